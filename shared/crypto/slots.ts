// Key slots: each wraps the locker's master key under one secret. A slot file is two lines of ASCII: JSON, then the MAC of
// the JSON line exactly as stored. Its name is the hash of its bytes, so damage shows before any secret is typed.
import { hexText, integer, isObject, oneOf, parseJson, record, text } from '../shape.ts';
import { argon2SaltBytes, isCost, type Argon2, type Argon2Cost } from './argon2.ts';
import { equalBytes, fromHex, fromUtf8, randomBytes, toHex, utf8, type Bytes } from '../bytes.ts';
import { openMessage, sealMessage } from './cobblestone.ts';
import { sha256Hex } from './digest.ts';
import { contextOf, derivePurpose, deriveSealKey, type LockerKeys } from './locker-keys.ts';
import type { SealKey } from './seal-key.ts';

const format = 1;
/** With `pending` or `follows`: a reader that does not know them would open the wrong one of two lockers. */
const markedFormat = 2;
const masterKeyBytes = 32;

export type Secret =
  | { readonly kind: 'passphrase'; readonly passphrase: Bytes }
  | { readonly kind: 'recovery'; readonly key: Bytes };

interface SlotBody {
  readonly format: number;
  /** The least format a reader must know. */
  readonly minReader: number;
  readonly lockerId: string;
  readonly kind: Secret['kind'];
  readonly kdf: {
    readonly alg: 'argon2id13';
    readonly m: number;
    readonly t: number;
    readonly p: number;
    readonly salt: string;
  } | null;
  /** The sealed master key, hex. */
  readonly wrapped: string;
  /** Derived from the master key: all slots of one locker carry the same. */
  readonly commitment: string;
  /** Of a renewal of keys that is not finished: opens nothing yet. */
  readonly pending?: true;
  /** The locker whose content this one took over, under new keys. */
  readonly follows?: string;
}

/** What a renewal of keys adds to a slot. */
export type SlotMarks = Pick<SlotBody, 'pending' | 'follows'>;

export interface Slot {
  readonly id: string;
  readonly body: SlotBody;
  readonly macInput: Bytes;
  readonly mac: Bytes;
}

export interface SlotFile {
  readonly id: string;
  readonly bytes: Bytes;
}

/** How the host stretches passphrases. `least` is lower in tests only. */
export interface Stretching {
  readonly argon2: Argon2;
  readonly least: Argon2Cost;
}

const isKdf = record<NonNullable<SlotBody['kdf']>>({
  alg: oneOf('argon2id13'),
  m: integer(1, Number.MAX_SAFE_INTEGER),
  t: integer(1, Number.MAX_SAFE_INTEGER),
  p: integer(1, 1),
  salt: hexText(2 * argon2SaltBytes),
});
const isBody = record<SlotBody>(
  {
    format: integer(1, 1_000_000),
    minReader: integer(1, markedFormat),
    lockerId: hexText(32),
    kind: oneOf('passphrase', 'recovery'),
    kdf: (value): value is SlotBody['kdf'] => value === null || isKdf(value),
    wrapped: text(1024),
    commitment: hexText(64),
    pending: (value): value is true => value === true,
    follows: hexText(32),
  },
  ['pending', 'follows'],
);

/** `kdf` is null exactly where the secret is a random key already. */
export async function makeSlot(
  master: Bytes,
  lockerId: string,
  secret: Secret,
  cost: Argon2Cost,
  stretching: Stretching,
  marks: SlotMarks = {},
): Promise<SlotFile | undefined> {
  const kdf =
    secret.kind === 'recovery'
      ? null
      : ({
          alg: 'argon2id13',
          m: cost.memoryKiB,
          t: cost.passes,
          p: 1,
          salt: toHex(randomBytes(argon2SaltBytes)),
        } as const);
  const key = await slotKey(secret, lockerId, kdf, stretching);
  if (key === undefined) return undefined;
  const context = contextOf('slot', lockerId, secret.kind);
  const written = Object.keys(marks).length > 0 ? markedFormat : format;
  const body: SlotBody = {
    format: written,
    minReader: written,
    lockerId,
    kind: secret.kind,
    kdf,
    wrapped: toHex(await sealMessage(key, context, master)),
    commitment: toHex(await derivePurpose(master, lockerId, 'commitment')),
    ...marks,
  };
  const line = `${JSON.stringify(body)}\n`;
  const bytes = utf8(`${line}${toHex(await macOf(master, lockerId, utf8(line)))}\n`);
  return { id: await slotId(bytes), bytes };
}

/** Reads a slot file without any secret. */
export async function parseSlot(
  id: string,
  bytes: Bytes,
): Promise<Slot | 'locker-newer' | 'locker-damaged'> {
  if ((await slotId(bytes)) !== id) return 'locker-damaged';
  const [, line, mac] = /^([^\n]+\n)([0-9a-f]{128})\n$/.exec(fromUtf8(bytes) ?? '') ?? [];
  const macBytes = fromHex(mac ?? '');
  if (line === undefined || macBytes === undefined) return 'locker-damaged';
  const body = parseJson(line);
  if (isBody(body)) return { id, body, macInput: utf8(line), mac: macBytes };
  const newer = isObject(body) && integer(markedFormat + 1, 1_000_000)(body['minReader']);
  return newer ? 'locker-newer' : 'locker-damaged';
}

/** The master key, or undefined: a wrong secret and an altered slot look the same. The caller zeroes the key. */
export async function openSlot(
  { body, macInput, mac }: Slot,
  secret: Secret,
  stretching: Stretching,
): Promise<Bytes | undefined> {
  const { lockerId, kind, kdf } = body;
  const wrapped = fromHex(body.wrapped);
  if (kind !== secret.kind || wrapped === undefined) return undefined;
  const key = await slotKey(secret, lockerId, kdf, stretching);
  if (key === undefined) return undefined;
  const context = contextOf('slot', lockerId, kind);
  const master = await openMessage(key, context, wrapped);
  if (master?.length !== masterKeyBytes) return undefined;
  const commitment = toHex(await derivePurpose(master, lockerId, 'commitment'));
  const authentic = equalBytes(await macOf(master, lockerId, macInput), mac);
  return authentic && commitment === body.commitment ? master : undefined;
}

/** Whether the locker's own program wrote it; needs no secret once the locker is open. */
export function isAuthentic(
  { body, macInput, mac }: Slot,
  { lockerId, slotMac }: Pick<LockerKeys, 'lockerId' | 'slotMac'>,
): boolean {
  return body.lockerId === lockerId && equalBytes(slotMac.hmac(macInput), mac);
}

/** Takes as long as trying a passphrase on this slot: no time where that opens it by no stretching. */
export async function stretchInVain(
  { body: { kdf } }: Slot,
  stretching: Stretching,
): Promise<void> {
  const passphrase = randomBytes(masterKeyBytes);
  await slotKey({ kind: 'passphrase', passphrase }, '', kdf, stretching);
}

async function slotKey(
  secret: Secret,
  lockerId: string,
  kdf: SlotBody['kdf'],
  { argon2, least }: Stretching,
): Promise<SealKey | undefined> {
  if (secret.kind === 'recovery') {
    return kdf === null ? deriveSealKey(secret.key, lockerId, 'slot') : undefined;
  }
  const salt = fromHex(kdf?.salt ?? '');
  if (kdf === null || salt === undefined) return undefined;
  const cost = { memoryKiB: kdf.m, passes: kdf.t };
  if (!isCost(cost, least)) return undefined;
  const stretched = await argon2(secret.passphrase, salt, cost);
  const key = await deriveSealKey(stretched, lockerId, 'slot');
  stretched.fill(0);
  return key;
}

async function macOf(master: Bytes, lockerId: string, input: Bytes): Promise<Bytes> {
  return (await deriveSealKey(master, lockerId, 'slot-mac')).hmac(input);
}

async function slotId(bytes: Bytes): Promise<string> {
  return (await sha256Hex(bytes)).slice(0, 32);
}
