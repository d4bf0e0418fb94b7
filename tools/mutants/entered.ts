// Which functions each test file enters: a mutant can only be noticed by a test that comes to it, so the others need not run.
import ts from 'typescript';

/** Where a function's body begins; the file itself is at 0. */
export type FunctionPlace = `${string}:${number}`;

type FunctionWithBlock = ts.FunctionLikeDeclaration & { readonly body: ts.Block };

/** The source with a note at the beginning of each function that has a block, and at the end of the file. */
export function noteEntries(file: string, source: string): string {
  const notes: { readonly at: number; readonly text: string }[] = [];
  const note = (at: number, place: FunctionPlace): void => {
    notes.push({
      at,
      text: `;(globalThis.__entered ??= new Set()).add(${JSON.stringify(place)});`,
    });
  };
  const visit = (node: ts.Node): void => {
    if (isFunctionWithBlock(node)) note(node.body.getStart() + 1, placeOf(file, node));
    ts.forEachChild(node, visit);
  };
  const tree = parse(file, source);
  visit(tree);
  note(source.length, `${file}:0`);
  return notes
    .sort((one, other) => other.at - one.at)
    .reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), source);
}

/** The innermost function with a block around an offset. */
export function functionAround(file: string, source: string, offset: number): FunctionPlace {
  let place: FunctionPlace = `${file}:0`;
  const visit = (node: ts.Node): void => {
    if (offset < node.getFullStart() || offset >= node.end) return;
    if (isFunctionWithBlock(node)) place = placeOf(file, node);
    ts.forEachChild(node, visit);
  };
  visit(parse(file, source));
  return place;
}

function placeOf(file: string, { body }: FunctionWithBlock): FunctionPlace {
  return `${file}:${body.getStart() + 1}`;
}

function isFunctionWithBlock(node: ts.Node): node is FunctionWithBlock {
  return (
    ts.isFunctionLike(node) && 'body' in node && node.body !== undefined && ts.isBlock(node.body)
  );
}

function parse(file: string, source: string): ts.SourceFile {
  return ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
}
