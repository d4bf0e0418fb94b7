import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fuseSentinel, makeDummyElectron } from '../../support/dummy-electron.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const root = path.resolve(import.meta.dirname, '../../..');
let work: string;
let packed: string;

/** Packs a stand-in for the built program with the real configuration: what matters is what goes in and what does not. */
beforeAll(() => {
  work = mkdtempSync(path.join(tmpdir(), 'packaging-'));
  const project = path.join(work, 'project');
  for (const folder of ['out/main', 'out/preload', 'out/renderer', 'shared', 'test', 'electron']) {
    mkdirSync(path.join(project, folder), { recursive: true });
  }
  for (const file of ['package.json', 'electron-builder.yml']) {
    writeFileSync(path.join(project, file), readFileSync(path.join(root, file)));
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(project, 'node_modules'));
  for (const file of [
    'out/main/main.js',
    'out/main/main.js.map',
    'out/preload/preload.cjs',
    'out/renderer/index.html',
    'shared/ipc.ts',
    'electron/main.ts',
    'test/secret.test.ts',
    '.env',
  ]) {
    writeFileSync(path.join(project, file), '// content');
  }
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    devDependencies: { electron: string };
  };
  const dummy = path.join(work, 'electron');
  makeDummyElectron(dummy, manifest.devDependencies.electron);
  const { status, stderr, stdout } = spawnSync(
    path.join(root, 'node_modules/.bin/electron-builder'),
    [
      '--linux',
      '--dir',
      `-c.electronDist=${dummy}`,
      `-c.electronVersion=${manifest.devDependencies.electron}`,
    ],
    { cwd: project, encoding: 'utf8' },
  );
  expect(status, stdout + stderr).toBe(0);
  packed = path.join(project, 'release/linux-unpacked');
});
afterAll(() => {
  rmSync(work, { recursive: true });
});

test('holds the built program and nothing else', () => {
  expect(readArchiveNames(path.join(packed, 'resources/app.asar'))).toEqual([
    '/out/main/main.js',
    '/out/preload/preload.cjs',
    '/out/renderer/index.html',
    '/package.json',
  ]);
  expect(existsSync(path.join(packed, 'resources/app'))).toBe(false);
});

test('has every fuse as SECURITY.md says', () => {
  expect(readFuses(path.join(packed, 'evidence-locker'))).toMatchObject({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptions: false,
    nodeCliInspect: false,
    embeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
});

interface ArchiveFolder {
  readonly files: Readonly<Record<string, Partial<ArchiveFolder>>>;
}

/** The files of an asar: its header is JSON behind four lengths, the last of which is the JSON's own. */
function readArchiveNames(archive: string): string[] {
  const bytes = readFileSync(archive);
  const header = bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString();
  const walk = ({ files }: ArchiveFolder, folder: string): string[] =>
    Object.entries(files).flatMap(([name, entry]) =>
      entry.files === undefined
        ? [`${folder}/${name}`]
        : walk({ files: entry.files }, `${folder}/${name}`),
    );
  return walk(JSON.parse(header) as ArchiveFolder, '').toSorted();
}

/** In the order of Electron's fuse wire, version 1: one character each behind the sentinel, a version and a length. */
function readFuses(binary: string): Readonly<Record<string, boolean>> {
  const names = [
    'runAsNode',
    'cookieEncryption',
    'nodeOptions',
    'nodeCliInspect',
    'embeddedAsarIntegrityValidation',
    'onlyLoadAppFromAsar',
    'loadBrowserProcessSpecificV8Snapshot',
    'grantFileProtocolExtraPrivileges',
  ];
  const bytes = readFileSync(binary);
  const wire = bytes.indexOf(fuseSentinel) + fuseSentinel.length + 2;
  return Object.fromEntries(
    names.map((name, index) => [name, bytes[wire + index] === '1'.charCodeAt(0)]),
  );
}
