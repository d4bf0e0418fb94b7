import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { mayUse } from '../../../../electron/security/permissions.ts';

// Taken from the typings, so that a permission a later Electron adds is asked about, too.
const typings = path.resolve('node_modules/electron/electron.d.ts');

test.each(readPermissionNames())('%s is denied', (permission) => {
  expect(mayUse(permission)).toBe(false);
});

test('the typings name the permissions that matter', () => {
  expect(readPermissionNames()).toEqual(
    expect.arrayContaining(['media', 'geolocation', 'clipboard-read', 'display-capture', 'usb']),
  );
});

function readPermissionNames(): string[] {
  const source = ts.createSourceFile(
    typings,
    readFileSync(typings, 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isMethodDeclaration(node) && /^setPermission\w+Handler$/.test(node.name.getText(source)))
      collect(node);
    else ts.forEachChild(node, visit);
  };
  const collect = (node: ts.Node): void => {
    if (
      ts.isParameter(node) &&
      node.name.getText(source) === 'permission' &&
      node.type !== undefined &&
      ts.isUnionTypeNode(node.type)
    ) {
      for (const member of node.type.types) {
        if (ts.isLiteralTypeNode(member) && ts.isStringLiteral(member.literal)) {
          names.add(member.literal.text);
        }
      }
    }
    ts.forEachChild(node, collect);
  };
  visit(source);
  return [...names];
}
