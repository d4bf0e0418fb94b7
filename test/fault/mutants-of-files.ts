// Documents broken by chance: a few bytes, a piece cut off or in twice, a piece of another document, a number that lies.
import type { Random } from './random.ts';

type Mutate = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const mutants: Readonly<Record<string, Mutate>> = {
  flips: (bytes, random) => {
    const changed = Uint8Array.from(bytes);
    for (let left = random.pick([1, 1, 4, 16, 64, 256]); left > 0; left--) {
      changed[random.below(changed.length)] = random.below(256);
    }
    return changed;
  },
  truncated: (bytes, random) => bytes.slice(0, random.between(1, bytes.length - 1)),
  headless: (bytes, random) => bytes.slice(random.between(1, Math.min(4096, bytes.length - 1))),
  spliced: (bytes, random, other) => {
    const at = random.below(bytes.length);
    const from = random.below(other.length);
    const piece = other.slice(from, from + random.between(1, 8192));
    return joined(bytes.slice(0, at), piece, bytes.slice(at + random.pick([0, piece.length])));
  },
  repeated: (bytes, random) => {
    const from = random.below(bytes.length);
    const piece = bytes.slice(from, from + random.between(1, 8192));
    const at = random.below(bytes.length);
    return joined(bytes.slice(0, at), piece, piece, piece, bytes.slice(at));
  },
  zeroed: (bytes, random) => {
    const changed = Uint8Array.from(bytes);
    const from = random.below(changed.length);
    return changed.fill(0, from, from + random.between(1, 4096));
  },
  /** Numbers are lengths, places and references. */
  misnumbered: (bytes, random) => {
    const text = Buffer.from(bytes).toString('latin1');
    const numbers = Array.from(text.matchAll(/(?<=[ /[])\d{1,10}(?=[ \]/>\r\n])/g));
    const chosen = numbers.length === 0 ? undefined : random.pick(numbers);
    if (chosen === undefined) return bytes.slice(1);
    const lie = random.pick(['0', '1', '2', '-1', '4294967296', '2147483647', '99999', '1e9']);
    const end = chosen.index + chosen[0].length;
    return Buffer.from(`${text.slice(0, chosen.index)}${lie}${text.slice(end)}`, 'latin1');
  },
};

export function mutate(
  bytes: Uint8Array,
  random: Random,
  other: Uint8Array,
): { readonly kind: string; readonly bytes: Uint8Array } {
  const kind = random.pick(Object.keys(mutants));
  return { kind, bytes: mutants[kind]?.(bytes, random, other) ?? bytes };
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(pieces);
}
