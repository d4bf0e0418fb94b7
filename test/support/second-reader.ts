// A second reader of the locker format, written from docs/locker-format.md over node:crypto and @noble/hashes alone. It
// shares no code with the product, so that the two check each other.
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { argon2id } from '@noble/hashes/argon2.js';

const chunk = 16_384;
const prefix = 'evidence-locker/v1';

function expand(key: Buffer, info: Buffer, length: number): Buffer {
  let block = Buffer.alloc(0);
  let output = Buffer.alloc(0);
  for (let count = 1; output.length < length; count++) {
    block = createHmac('sha512', key).update(block).update(info).update(Buffer.of(count)).digest();
    output = Buffer.concat([output, block]);
  }
  return output.subarray(0, length);
}

function nonceAt(base: Buffer, index: number): Buffer {
  const number = BigInt(`0x${base.toString('hex')}`) ^ BigInt(index);
  return Buffer.from(number.toString(16).padStart(24, '0'), 'hex');
}

function deriveMessageKeys(key: Buffer, salt: Buffer, context: string): Buffer {
  const label = Buffer.from('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0');
  return expand(key, Buffer.concat([label, salt, Buffer.from(context)]), 76);
}

export function sealCobblestone(key: Buffer, salt: Buffer, context: string, plain: Buffer): Buffer {
  const material = deriveMessageKeys(key, salt, context);
  const parts = [salt, material.subarray(44)];
  for (let index = 0; index <= Math.floor(plain.length / chunk); index++) {
    const nonce = nonceAt(material.subarray(32, 44), index);
    const cipher = createCipheriv('aes-256-gcm', material.subarray(0, 32), nonce);
    parts.push(cipher.update(plain.subarray(index * chunk, (index + 1) * chunk)), cipher.final());
    parts.push(cipher.getAuthTag());
  }
  return Buffer.concat(parts);
}

export function openCobblestone(key: Buffer, context: string, message: Buffer): Buffer {
  const material = deriveMessageKeys(key, message.subarray(0, 24), context);
  if (!material.subarray(44).equals(message.subarray(24, 56))) throw new Error('commitment');
  const parts: Buffer[] = [];
  let last = chunk;
  for (let at = 56, index = 0; at < message.length || last === chunk; index++) {
    const sealed = message.subarray(at, at + chunk + 16);
    const nonce = nonceAt(material.subarray(32, 44), index);
    const decipher = createDecipheriv('aes-256-gcm', material.subarray(0, 32), nonce);
    decipher.setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    parts.push(plain);
    last = plain.length;
    at += sealed.length;
  }
  if (last === chunk) throw new Error('truncated');
  return Buffer.concat(parts);
}

function hkdf(secret: Buffer, lockerId: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha512', secret, lockerId, `${prefix}/${purpose}`, 32));
}

interface SlotBody {
  readonly lockerId: string;
  readonly kind: string;
  readonly kdf: { readonly m: number; readonly t: number; readonly salt: string } | null;
  readonly wrapped: string;
  readonly commitment: string;
  readonly pending?: boolean;
  readonly follows?: string;
}

interface Purge {
  readonly source: string;
  readonly keys: readonly string[];
}

export interface SecondReading {
  readonly lockerId: string;
  readonly changes: readonly Record<string, unknown>[];
  /** Opens a sealed file: its bytes and what it says of itself. */
  openFile(file: string): { readonly bytes: Buffer; readonly meta: Record<string, unknown> };
}

/** Reads a whole, undamaged locker; throws at anything that is not as the format says. */
export function readLockerAgain(
  files: ReadonlyMap<string, Uint8Array>,
  passphrase: string,
): SecondReading {
  const inside = (folder: string) =>
    Array.from(files)
      .filter(([name]) => name.startsWith(`${folder}/`))
      .map(([name, bytes]) => [name, Buffer.from(bytes)] as const);
  const { master, lockerId } = openSlots(inside('slots'), passphrase);

  const keys = new Map<string, Buffer>();
  for (const [name, sealed] of inside('keys')) {
    const pool = name.slice('keys/'.length).replace(/\.2$/, '');
    const context = `${prefix}/keys/${lockerId}/${pool}`;
    const raw = openCobblestone(hkdf(master, lockerId, 'keys'), context, sealed);
    for (let at = 0; at < raw.length; at += 32) {
      const key = raw.subarray(at, at + 32);
      if (key.some((byte) => byte !== 0)) keys.set(`${pool}-${String(at / 32)}`, key);
    }
  }

  const journalKey = hkdf(master, lockerId, 'journal');
  const changes: Record<string, unknown>[] = [];
  const subjectKeys = new Map<string, Buffer>();
  const missing = new Set<string>();
  for (const [name, segment] of inside('journal')) {
    const [, device = '', run = ''] = /^journal\/(\w+)\/(\w+)\.seg$/.exec(name) ?? [];
    const format = segment[17] ?? 0;
    if (format < 1 || format > 4) throw new Error('format');
    const header = Buffer.concat([
      Buffer.from('evidence-locker\n'),
      Buffer.of(0, format),
      Buffer.from(lockerId + device + run, 'hex'),
    ]);
    if (!segment.subarray(0, header.length).equals(header)) throw new Error('header');
    let previous = createHash('sha256').update(header).digest();
    for (let at = header.length, index = 0; at < segment.length; index++) {
      const length = segment.readUInt32BE(at);
      if (length + segment.readUInt32BE(at + 4) !== 0xffffffff) throw new Error('length');
      const frame = segment.subarray(at, at + 8 + length);
      if (!frame.subarray(8, 40).equals(previous)) throw new Error('chain');
      previous = createHash('sha256').update(frame).digest();
      at += frame.length;
      const frameContext = `${prefix}/frame/${lockerId}/${run}`;
      const outer = openCobblestone(journalKey, frameContext, frame.subarray(40));
      let from = 4 + outer.readUInt32BE(0);
      const meta = JSON.parse(outer.toString('utf8', 4, from)) as {
        index: number;
        kind: string;
        parts?: readonly { key: string; bytes: number }[];
      };
      if (meta.index !== index) throw new Error('index');
      for (const [part, { key: keyName, bytes }] of (meta.parts ?? []).entries()) {
        const key = keys.get(keyName);
        if (key === undefined) {
          missing.add(keyName);
          from += bytes;
          continue;
        }
        const context = `${prefix}/part/${lockerId}/${run}-${String(index)}-${String(part)}`;
        const inner = openCobblestone(key, context, outer.subarray(from, (from += bytes)));
        const held = JSON.parse(inner.toString()) as {
          subject: string;
          changes: readonly Record<string, unknown>[];
        };
        subjectKeys.set(held.subject, key);
        changes.push(
          ...held.changes.map((change) => ({ ...change, device, subject: held.subject })),
        );
      }
    }
  }
  const purges = changes
    .filter(({ kind }) => kind === 'purged')
    .map(({ payload }) => payload as Purge);
  const purgedKeys = new Set(purges.flatMap((purge) => purge.keys));
  for (const key of missing) if (!purgedKeys.has(key)) throw new Error('key');
  const isPurged = (subject: unknown) =>
    purges.some(({ source }) => new RegExp(`^(source|marks)/${source}(/|$)`).test(String(subject)));
  for (const subject of subjectKeys.keys()) if (isPurged(subject)) subjectKeys.delete(subject);
  return {
    lockerId,
    changes: changes.filter(({ subject }) => !isPurged(subject)),
    openFile: (file) => {
      const sealed = Buffer.from(files.get(`files/${file}`) ?? []);
      for (const key of subjectKeys.values()) {
        try {
          const plain = openCobblestone(key, `${prefix}/file/${lockerId}/${file}`, sealed);
          const metaBytes = plain.readUInt32BE(plain.length - 4);
          const end = plain.length - 4;
          const meta = JSON.parse(plain.toString('utf8', end - metaBytes, end)) as {
            sizeBytes: number;
          };
          return { bytes: plain.subarray(0, meta.sizeBytes), meta: { ...meta } };
        } catch {
          continue; // sealed under another subject's key
        }
      }
      throw new Error('no key opens it');
    },
  };
}

export function openSlots(
  slots: readonly (readonly [string, Buffer])[],
  passphrase: string,
): { master: Buffer; lockerId: string } {
  const bodies = slots.map(
    ([, file]) => JSON.parse(file.toString('utf8', 0, file.indexOf('\n'))) as SlotBody,
  );
  const followed = bodies
    .filter(({ pending, kdf }) => pending !== true && kdf !== null)
    .map(({ follows }) => follows);
  for (const [name, file] of slots) {
    if (createHash('sha256').update(file).digest('hex').slice(0, 32) !== name.slice(6)) {
      throw new Error('slot name');
    }
    const lineEnd = file.indexOf('\n') + 1;
    const body = JSON.parse(file.toString('utf8', 0, lineEnd)) as SlotBody;
    if (body.kdf === null || body.pending === true || followed.includes(body.lockerId)) continue;
    const { m, t, salt } = body.kdf;
    const secret = Buffer.from(passphrase.normalize('NFC'));
    const stretched = argon2id(secret, Buffer.from(salt, 'hex'), { m, t, p: 1, dkLen: 32 });
    const { lockerId, kind, wrapped } = body;
    const key = hkdf(Buffer.from(stretched), lockerId, 'slot');
    const context = `${prefix}/slot/${lockerId}/${kind}`;
    const master = tryOpening(key, context, Buffer.from(wrapped, 'hex'));
    if (master === undefined) continue; // somebody else's passphrase
    const macKey = hkdf(master, lockerId, 'slot-mac');
    const mac = createHmac('sha512', macKey).update(file.subarray(0, lineEnd)).digest('hex');
    if (file.toString('utf8', lineEnd) !== `${mac}\n`) throw new Error('slot mac');
    if (hkdf(master, lockerId, 'commitment').toString('hex') !== body.commitment) {
      throw new Error('commitment');
    }
    return { master, lockerId };
  }
  throw new Error('no slot of a passphrase');
}

/** Undefined where the key does not commit to the message: the key of another secret. */
function tryOpening(key: Buffer, context: string, message: Buffer): Buffer | undefined {
  try {
    return openCobblestone(key, context, message);
  } catch (error) {
    if (error instanceof Error && error.message === 'commitment') return undefined;
    throw error;
  }
}
