import { globSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test, vi } from 'vitest';
import { electronNames } from '../../stand-in/electron-names.ts';

vi.setConfig({ testTimeout: 60_000 }); // the compiler reads all of Electron's typings

const root = path.resolve(import.meta.dirname, '../../..');
const typings = path.join(root, 'node_modules/electron/electron.d.ts');

test('the program uses what the stand-in has, by the names of Electron’s typings', () => {
  expect(readUsedNames()).toEqual([...electronNames]);
});

/** `Class.member` of everything in electron.d.ts that an expression in electron/ reads or calls, sorted. */
function readUsedNames(): string[] {
  const config = ts.readConfigFile(path.join(root, 'electron/tsconfig.json'), (file) =>
    ts.sys.readFile(file),
  );
  const parsed = ts.parseJsonConfigFileContent(config.config, ts.sys, path.join(root, 'electron'));
  const program = ts.createProgram(globSync(path.join(root, 'electron/**/*.ts')), {
    ...parsed.options,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const names = new Set<string>();

  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name));
    if (ts.isNewExpression(node)) note(checker.getTypeAtLocation(node).symbol);
    ts.forEachChild(node, visit);
  };
  const note = (symbol: ts.Symbol | undefined): void => {
    for (const declaration of symbol?.declarations ?? []) {
      if (path.resolve(declaration.getSourceFile().fileName) !== typings) continue;
      const owner = declaration.parent;
      const named = ts.isClassDeclaration(owner) || ts.isInterfaceDeclaration(owner);
      const prefix = named && owner.name !== undefined ? `${owner.name.text}.` : '';
      names.add(`${prefix}${symbol?.name ?? ''}`);
    }
  };
  for (const source of program.getSourceFiles()) {
    if (source.fileName.includes('/electron/') && !source.isDeclarationFile) visit(source);
  }
  return [...names].toSorted();
}
