import fs, { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type * as Fs from 'node:fs';
import os, { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readDevice, renewDevice } from '../../../electron/device.ts';

/** What this machine says in the files that tell it from others; undefined for the real files. */
const machine = vi.hoisted((): { files: Readonly<Record<string, string>> | undefined } => ({
  files: undefined,
}));

vi.mock('node:fs', async (original) => {
  const real = await original<typeof Fs>();
  const read = (...[file, how]: Parameters<typeof real.readFileSync>) => {
    if (machine.files === undefined || !String(file).endsWith('/machine-id')) {
      return real.readFileSync(file, how);
    }
    const said = machine.files[String(file)];
    if (said === undefined) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
    return said;
  };
  return { ...real, readFileSync: read };
});

describe('the id of an installation', () => {
  let folder: string;
  let profile: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'device-'));
    profile = path.join(folder, 'profile');
    mkdirSync(profile);
  });
  afterEach(() => {
    machine.files = undefined;
    vi.restoreAllMocks();
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

  test('is on the disk before anybody writes under it: an earlier one must not come back', () => {
    const sync = vi.spyOn(fs, 'fsyncSync');
    readDevice(profile, 'machine');
    expect(sync).toHaveBeenCalledTimes(1);
    renewDevice(profile, 'machine');
    expect(sync).toHaveBeenCalledTimes(2);
  });

  describe('on another machine', () => {
    const [systemd, dbus] = ['/etc/machine-id', '/var/lib/dbus/machine-id'];

    test.each([
      ['where the system says so', { [systemd]: 'one\n' }, { [systemd]: 'two\n' }],
      ['where the message bus says so', { [dbus]: 'one\n' }, { [dbus]: 'two\n' }],
      [
        'where the system has not made up its mind, and the message bus says so',
        { [systemd]: '\n', [dbus]: 'one' },
        { [systemd]: '\n', [dbus]: 'two' },
      ],
    ])('is a new one %s', (_, here, there) => {
      machine.files = here;
      const device = readDevice(profile);
      expect(readDevice(profile)).toBe(device);
      machine.files = there;
      expect(readDevice(profile)).not.toBe(device);
    });

    test('stays where only what follows the system’s own id differs', () => {
      machine.files = { [systemd]: 'one', [dbus]: 'a' };
      const device = readDevice(profile);
      machine.files = { [systemd]: 'one', [dbus]: 'b' };
      vi.spyOn(os, 'hostname').mockReturnValue('another');
      expect(readDevice(profile)).toBe(device);
    });

    const processor = { ...os.cpus()[0], model: 'another' } as os.CpuInfo;
    test.each([
      ['name', () => vi.spyOn(os, 'hostname').mockReturnValue('another')],
      ['system', () => vi.spyOn(os, 'platform').mockReturnValue('haiku')],
      ['architecture', () => vi.spyOn(os, 'arch').mockReturnValue('mips')],
      ['processor', () => vi.spyOn(os, 'cpus').mockReturnValue([processor])],
    ])('is a new one by its %s where nothing has an id', (_, change) => {
      machine.files = {};
      const device = readDevice(profile);
      expect(readDevice(profile)).toBe(device);
      change();
      expect(readDevice(profile)).not.toBe(device);
    });

    test('is one at all where the system tells of no processor', () => {
      machine.files = { [systemd]: ' ', [dbus]: ' ' };
      vi.spyOn(os, 'cpus').mockReturnValue([]);
      expect(readDevice(profile)).toBe(readDevice(profile));
    });
  });
});
