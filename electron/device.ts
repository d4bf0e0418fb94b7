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
  const file = path.join(profile, 'device.json');
  // A digest: the profile need not tell which machine it lay on.
  const place = createHash('sha256')
    .update(`${machine}\n${path.resolve(profile)}`)
    .digest('hex');
  const known = readKnown(file);
  if (known?.place === place) return known.device;
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
