// Small, single changes to a source file, each of which takes something away or turns it round: a guard, a call, an assignment, a
// setting, a bound, a choice.
import ts from 'typescript';

export interface Mutant {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly what: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const swapped: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
]);

/** Every mutant of a TypeScript file, in the order of its text. */
export function makeMutants(file: string, source: string): readonly Mutant[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const add = (node: ts.Node, what: string, text: string, within: ts.Node = node): void => {
    const from = node.getStart(tree);
    const line = tree.getLineAndCharacterOfPosition(from).line + 1;
    const of = within.getText(tree).replace(/\s+/g, ' ').slice(0, 70);
    mutants.push({ file, line, what: `${what}: ${of}`, from, to: node.end, text });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) {
      return;
    }
    if (ts.isIfStatement(node) && node.elseStatement === undefined) {
      add(node, 'a check left out', ';');
    } else if (ts.isExpressionStatement(node) && isCall(node.expression)) {
      add(node, 'a step left out', ';');
    } else if (ts.isExpressionStatement(node) && isAssignment(node.expression)) {
      add(node, 'an assignment left out', ';');
    } else if (isNegation(node) && !ts.isIfStatement(node.parent)) {
      add(node, 'not negated', node.operand.getText(tree), node.parent);
    } else if (ts.isConditionalExpression(node)) {
      const [condition, whenTrue, whenFalse] = [node.condition, node.whenTrue, node.whenFalse].map(
        (part) => part.getText(tree),
      );
      add(node, 'chosen otherwise', `(${condition}) ? ${whenFalse} : ${whenTrue}`);
    } else if (ts.isBinaryExpression(node)) {
      const other = swapped.get(node.operatorToken.kind);
      if (other !== undefined) add(node.operatorToken, 'compared otherwise', other, node);
    } else if (node.kind === ts.SyntaxKind.TrueKeyword) {
      add(node, 'turned off', 'false', node.parent);
    } else if (node.kind === ts.SyntaxKind.FalseKeyword) {
      add(node, 'turned on', 'true', node.parent);
    } else if (ts.isArrayLiteralExpression(node)) {
      for (const [place, element] of node.elements.entries()) {
        const rest = node.elements.filter((_, other) => other !== place);
        if (ts.isSpreadElement(element)) continue;
        const text = `[${rest.map((kept) => kept.getText(tree)).join(', ')}]`;
        const at = tree.getLineAndCharacterOfPosition(element.getStart(tree)).line + 1;
        const what = `left out of a list: ${element.getText(tree).replace(/\s+/g, ' ').slice(0, 70)}`;
        mutants.push({ file, line: at, what, from: node.getStart(tree), to: node.end, text });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return mutants;
}

export function applyMutant(source: string, { from, to, text }: Mutant): string {
  return source.slice(0, from) + text + source.slice(to);
}

function isAssignment(expression: ts.Expression): boolean {
  if (!ts.isBinaryExpression(expression)) return false;
  const { kind } = expression.operatorToken;
  return ts.SyntaxKind.FirstAssignment <= kind && kind <= ts.SyntaxKind.LastAssignment;
}

function isNegation(node: ts.Node): node is ts.PrefixUnaryExpression {
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken;
}

function isCall(expression: ts.Expression): boolean {
  const inner =
    ts.isAwaitExpression(expression) || ts.isVoidExpression(expression)
      ? expression.expression
      : expression;
  return ts.isCallExpression(inner);
}
