// Who writes: every installation appends to journals of its own. A profile that was copied, to another machine or beside
// itself, must not go on under the same id, or two writers would share one journal.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isId, randomId, type DeviceId } from '../shared/evidence/ids.ts';
import { isObject } from '../shared/shape.ts';

/** The id of this profile at this place on this machine, made on first use. */
export function readDevice(profile: string, machine = readMachine()): DeviceId {
  const [file, place] = [fileOf(profile), placeOf(profile, machine)];
  const known = readKnown(file);
  return known?.place === place ? known.device : writeDevice(file, place);
}

/**
 * A new id for this profile: after a locker was set back to a backup, acts that are not in the backup may still exist
 * elsewhere under the old id, and would be numbered twice.
 */
export function renewDevice(profile: string, machine = readMachine()): DeviceId {
  return writeDevice(fileOf(profile), placeOf(profile, machine));
}

function fileOf(profile: string): string {
  return path.join(profile, 'device.json');
}

/** A digest: the profile need not tell which machine it lay on. */
function placeOf(profile: string, machine: string): string {
  return createHash('sha256')
    .update(`${machine}\n${path.resolve(profile)}`)
    .digest('hex');
}

function writeDevice(file: string, place: string): DeviceId {
  const device = randomId();
  writeFileSync(file, `${JSON.stringify({ device, place })}\n`, { mode: 0o600, flush: true });
  return device;
}

function readKnown(
  file: string,
): { readonly device: DeviceId; readonly place: unknown } | undefined {
  try {
    const known: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!isObject(known) || !isId(known['device'])) return undefined;
    return { device: known['device'], place: known['place'] };
  } catch {
    return undefined; // absent or damaged: a new id costs nothing
  }
}

/** What tells this machine from others. Where the system has no id of its own, its name and make have to do. */
function readMachine(): string {
  for (const file of ['/etc/machine-id', '/var/lib/dbus/machine-id']) {
    try {
      const id = readFileSync(file, 'utf8').trim();
      if (id !== '') return id;
    } catch {
      // not a system that has one
    }
  }
  return [os.hostname(), os.platform(), os.arch(), os.cpus().at(0)?.model ?? ''].join('\n');
}
