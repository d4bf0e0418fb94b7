import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDevice } from '../../../electron/device.ts';

describe('the id of an installation', () => {
  let folder: string;
  let profile: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'device-'));
    profile = path.join(folder, 'profile');
    mkdirSync(profile);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('is 32 hex digits and stays from start to start', () => {
    const device = readDevice(profile, 'machine');
    expect(device).toMatch(/^[0-9a-f]{32}$/);
    expect(readDevice(profile, 'machine')).toBe(device);
    expect(readDevice(profile)).not.toBe(device);
  });

  test('is a new one on another machine', () => {
    const device = readDevice(profile, 'machine');
    const there = readDevice(profile, 'another machine');
    expect(there).not.toBe(device);
    expect(readDevice(profile, 'another machine')).toBe(there);
  });

  test('is a new one in a copy beside the original', () => {
    const device = readDevice(profile, 'machine');
    const copy = path.join(folder, 'copy');
    cpSync(profile, copy, { recursive: true });
    expect(readDevice(copy, 'machine')).not.toBe(device);
    expect(readDevice(profile, 'machine')).toBe(device);
  });

  test.each(['', '{', 'null', '[]', '{"device":"../x"}', '{"device":7,"place":"x"}'])(
    'is a new one when the file says %j',
    (damaged) => {
      writeFileSync(path.join(profile, 'device.json'), damaged);
      expect(readDevice(profile, 'machine')).toMatch(/^[0-9a-f]{32}$/);
    },
  );

  test('does not tell which machine it is', () => {
    readDevice(profile, 'machine-of-somebody');
    expect(readFileSync(path.join(profile, 'device.json'), 'utf8')).not.toContain('somebody');
  });
});
