// What somebody reads who has the folder, the passphrase and patience: every message under every key there is, tried with
// every context it could have. Not the product's reader: nothing here knows of purges.
import { hkdfSync } from 'node:crypto';
import { openCobblestone, openSlots } from './second-reader.ts';

const prefix = 'evidence-locker/v1';

/** All plaintext there is to be had, joined. */
export function openEverything(
  files: ReadonlyMap<string, Uint8Array>,
  passphrase = 'correct horse battery staple',
): string {
  const all = Array.from(files, ([name, bytes]) => [name, Buffer.from(bytes)] as const);
  const inside = (folder: string) => all.filter(([name]) => name.startsWith(`${folder}/`));
  const { master, lockerId } = openSlots(inside('slots'), passphrase);
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha512', master, lockerId, `${prefix}/${purpose}`, 32));
  const derived = ['slot', 'slot-mac', 'commitment', 'keys', 'journal', 'epoch', 'blind'];
  const keys = new Map([master, ...derived.map(derive)].map((key) => [key.toString('hex'), key]));
  for (const [name, sealed] of inside('keys')) {
    const pool = name.slice('keys/'.length).replace(/\.2$/, '');
    const raw = openCobblestone(derive('keys'), `${prefix}/keys/${lockerId}/${pool}`, sealed);
    for (let at = 0; at < raw.length; at += 32) {
      const key = raw.subarray(at, at + 32);
      keys.set(key.toString('hex'), key);
    }
  }
  const read: string[] = [];
  const tryAll = (context: string, message: Buffer): void => {
    for (const key of keys.values()) {
      try {
        read.push(openCobblestone(key, `${prefix}/${context}`, message).toString());
      } catch {
        continue;
      }
    }
  };
  for (const [name, sealed] of inside('files')) tryAll(`file/${lockerId}/${name.slice(6)}`, sealed);
  for (const [name, segment] of inside('journal')) {
    const run = name.slice(-36, -4);
    for (let at = 66, index = 0; at < segment.length; index++) {
      if (segment.length < at + 8) break;
      const length = segment.readUInt32BE(at);
      if (segment.length < at + 8 + length) break; // torn
      const sealed = segment.subarray(at + 40, at + 8 + length);
      at += 8 + length;
      const outer = openCobblestone(
        derive('journal'),
        `${prefix}/frame/${lockerId}/${run}`,
        sealed,
      );
      let from = 4 + outer.readUInt32BE(0);
      const json = outer.toString('utf8', 4, from);
      read.push(json);
      const { parts = [] } = JSON.parse(json) as { parts?: readonly { bytes: number }[] };
      for (const [part, { bytes }] of parts.entries()) {
        const place = `${run}-${String(index)}-${String(part)}`;
        tryAll(`part/${lockerId}/${place}`, outer.subarray(from, (from += bytes)));
      }
    }
  }
  return read.join('\n');
}
