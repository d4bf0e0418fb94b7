// The recovery key as a person writes it down: 32 random bytes and 3 bytes of their SHA-256, in 14 groups of 4 characters
// of Crockford's base 32 (no I, L, O, U).
import { concat, equalBytes, type Bytes } from '../bytes.ts';
import { sha256 } from './digest.ts';

export const recoveryKeyBytes = 32;
const checksumBytes = 3;
const characters = ((recoveryKeyBytes + checksumBytes) * 8) / 5;
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export async function printRecoveryKey(key: Bytes): Promise<string> {
  const checked = concat(key, (await sha256(key)).subarray(0, checksumBytes));
  const printed = Array.from(
    { length: characters },
    (_, index) => alphabet[bitsAt(checked, index)],
  );
  return printed.join('').replace(/.{4}(?=.)/g, '$&-');
}

/** Forgiving in case, spaces, dashes and the letters O, I, L; undefined where the checksum says it was mistyped. */
export async function parseRecoveryKey(typed: string): Promise<Bytes | undefined> {
  const plain = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const digits = Array.from(plain, (character) => alphabet.indexOf(character));
  if (digits.length !== characters || digits.includes(-1)) return undefined;
  const checked = new Uint8Array(recoveryKeyBytes + checksumBytes);
  for (const [index, digit] of digits.entries()) setBitsAt(checked, index, digit);
  const key = checked.slice(0, recoveryKeyBytes);
  const checksum = (await sha256(key)).subarray(0, checksumBytes);
  return equalBytes(checksum, checked.subarray(recoveryKeyBytes)) ? key : undefined;
}

/** The five bits of character `index`, most significant bit first. */
function bitsAt(bytes: Bytes, index: number): number {
  const bit = index * 5;
  const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
  return (pair >> (11 - (bit & 7))) & 31;
}

function setBitsAt(bytes: Bytes, index: number, digit: number): void {
  const bit = index * 5;
  const pair = digit << (11 - (bit & 7));
  const at = bit >> 3;
  bytes[at] = (bytes[at] ?? 0) | (pair >> 8);
  bytes[at + 1] = (bytes[at + 1] ?? 0) | (pair & 255); // past the end: nowhere
}
