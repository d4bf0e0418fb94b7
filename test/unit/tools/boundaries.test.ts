// A wall counts only if something planted across it is seen. In a small copy of the project every room gets one file for
// every import that is forbidden there; the real tools must name every one of them.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

vi.setConfig({ testTimeout: 60_000 }); // three runs of a tool that reads hundreds of files

interface Forbidden {
  /** What is imported: a package, a Node module, or a file given from the project's root. */
  readonly target: string;
  /** Rooms it is forbidden in, as prefixes of a path … */
  readonly from: readonly string[];
  /** … but for these. */
  readonly doors?: readonly string[];
}

const everywhere = ['shared/', 'electron/', 'renderer/'];
const nodeModules = ['node:fs', 'fs', 'node:path', 'node:crypto', 'node:child_process'];
const network = [
  'node:net',
  'node:http',
  'https',
  'node:http2',
  'node:dns',
  'node:tls',
  'node:dgram',
];
const launchers = ['node:child_process', 'node:worker_threads', 'node:vm', 'node:inspector'];

const forbidden: readonly Forbidden[] = [
  { target: 'renderer/planted-target.ts', from: ['shared/', 'electron/'] },
  { target: 'electron/planted-target.ts', from: ['shared/', 'renderer/'] },
  { target: 'test/planted-target.ts', from: everywhere },
  { target: 'tools/planted-target.ts', from: everywhere },
  { target: 'react', from: ['shared/', 'electron/'] },
  { target: 'electron', from: ['shared/', 'renderer/'] },
  { target: 'dexie', from: everywhere, doors: ['renderer/store/'] },
  { target: 'fuse.js', from: everywhere, doors: ['shared/search/'] },
  { target: 'pdfjs-dist', from: everywhere, doors: ['renderer/extract/', 'renderer/read/'] },
  {
    target: 'shared/crypto/planted-target.ts',
    from: everywhere,
    doors: ['shared/crypto/', 'shared/journal/', 'shared/locker/', 'renderer/vault/'],
  },
  ...nodeModules.map((target) => ({ target, from: ['shared/', 'renderer/'] })),
  ...[...network, ...launchers].map((target) => ({ target, from: ['electron/'] })),
];

const ways: readonly ((specifier: string) => string)[] = [
  (specifier) => `import * as planted from '${specifier}';\nexport const use = planted;\n`,
  (specifier) => `export type * from '${specifier}';\n`,
  (specifier) => `export const use = () => import('${specifier}');\n`,
];

/** Every folder that holds code, as a prefix. */
const rooms = everywhere.flatMap((top) => [
  top,
  ...readdirSync(path.join(root, top), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${top}${entry.name}/`),
]);

let copy: string;

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'boundaries-'));
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  for (const name of ['package.json', 'tsconfig.base.json', '.dependency-cruiser.cjs']) {
    copyFileSync(path.join(root, name), path.join(copy, name));
  }
  for (const room of [...everywhere, 'test/', 'tools/', 'shared/crypto/']) {
    plant(`${room}planted-target.ts`, 'export const target = 1;\n');
  }
});
afterAll(() => {
  rmSync(copy, { recursive: true });
});

function plant(name: string, code: string): void {
  mkdirSync(path.dirname(path.join(copy, name)), { recursive: true });
  writeFileSync(path.join(copy, name), code);
}

function checkBoundaries(): { readonly output: string; readonly status: number | null } {
  const tool = path.join(root, 'tools/check-boundaries.ts');
  const { stdout, stderr, status } = spawnSync(process.execPath, [tool], {
    cwd: copy,
    encoding: 'utf8',
  });
  return { output: stdout + stderr, status };
}

describe('the walls between the rooms', () => {
  test('stand empty-handed: the copy without plants is clean', () => {
    expect(checkBoundaries()).toMatchObject({ status: 0 });
  });

  test('show every forbidden import, in every room, in every way of writing it', () => {
    const planted = forbidden.flatMap(({ target, from, doors = [] }, index) =>
      rooms
        .filter((room) => from.some((prefix) => room.startsWith(prefix)))
        .filter((room) => !doors.some((door) => room.startsWith(door)))
        .flatMap((room) =>
          ways.map((write, way) => {
            const name = `${room}planted-${index}-${way}.ts`;
            const isFile = target.endsWith('.ts');
            const relative = path.posix.relative(path.posix.dirname(name), target);
            const specifier = isFile && !relative.startsWith('.') ? `./${relative}` : relative;
            plant(name, write(isFile ? specifier : target));
            return { name, target };
          }),
        ),
    );
    expect(planted.length).toBeGreaterThan(300);

    const { output, status } = checkBoundaries();
    expect(status).toBe(1);
    const seen = new Set(
      output.split('\n').map((line) => /: (\S+planted-\d+-\d+\.ts) →/.exec(line)?.[1]),
    );
    expect(planted.filter(({ name }) => !seen.has(name))).toEqual([]);
    for (const { name } of planted) rmSync(path.join(copy, name));
  });

  test('show cycles, barrels, vague folders and imports that lead nowhere', () => {
    const files = {
      'shared/text/a.ts': "import './b.ts';\n",
      'shared/text/b.ts': "import './a.ts';\n",
      'shared/text/c.ts': "import './absent.ts';\n",
      'shared/text/index.ts': 'export const a = 1;\n',
      'renderer/utils/a.ts': 'export const a = 1;\n',
    };
    for (const [name, code] of Object.entries(files)) plant(name, code);
    const { output, status } = checkBoundaries();
    expect(status).toBe(1);
    expect(output).toContain('no-cycles: shared/text/a.ts');
    expect(output).toContain('nothing-unresolved: shared/text/c.ts');
    expect(output).toContain('barrel file: shared/text/index.ts');
    expect(output).toContain('vague folder: renderer/utils/a.ts');
    for (const name of Object.keys(files)) rmSync(path.join(copy, name));
  });
});

describe('the doors of the linter', () => {
  const doorRule = '@typescript-eslint/no-restricted-imports';
  const cases: readonly (readonly [string, string, string, string | undefined])[] = [
    ['electron/main.ts', "import { ipcMain } from 'electron';", doorRule, 'electron/ipc/handle.ts'],
    ['electron/menu.ts', "import * as electron from 'electron';", doorRule, undefined],
    [
      'electron/menu.ts',
      "import { ipcRenderer } from 'electron';",
      doorRule,
      'electron/preload.ts',
    ],
    [
      'electron/ipc/x.ts',
      "import { contextBridge } from 'electron';",
      doorRule,
      'electron/preload.ts',
    ],
    ['renderer/app/x.ts', "import { Dexie } from 'dexie';", doorRule, 'renderer/store/x.ts'],
    ['renderer/app/x.ts', "import Fuse from 'fuse.js';", doorRule, 'shared/search/x.ts'],
    [
      'renderer/app/x.ts',
      "import { getDocument } from 'pdfjs-dist';",
      doorRule,
      'renderer/read/x.ts',
    ],
    ['electron/main.ts', "void import('electron');", 'no-restricted-syntax', undefined],
    ['renderer/app/x.ts', 'void window.locker;', 'no-restricted-syntax', 'renderer/bridge/x.ts'],
    ['renderer/app/x.ts', 'document.body.innerHTML = "";', 'no-restricted-properties', undefined],
    [
      'shared/text/x.ts',
      'export const dice = Math.random();',
      'no-restricted-properties',
      undefined,
    ],
    ['electron/main.ts', "void fetch('https://example.org');", 'no-restricted-globals', undefined],
    ['shared/text/x.ts', "export const run = eval('1');", 'no-eval', undefined],
  ];

  test.each(cases)('%s may not say: %s', async (file, code, rule, door) => {
    expect(await lint(file, code)).toContain(rule);
    if (door !== undefined) expect(await lint(door, code)).not.toContain(rule);
  });

  /** The rules that object to the code at that place. Types are not needed for doors, and take seconds. */
  async function lint(file: string, code: string): Promise<readonly (string | null)[]> {
    const eslint = new ESLint({ cwd: root, overrideConfig: tseslint.configs.disableTypeChecked });
    const results = await eslint.lintText(`${code}\n`, { filePath: path.join(root, file) });
    return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
  }
});
