import { isBlank } from './blank.ts';

/** Fingerprint of a squeezed stream: its length and FNV-1a (32 bits) of its non-blank UTF-16 units, `length:hex`. */
export function squeezedPrint(parts: Iterable<string>): string {
  let solid = 0;
  let hash = 0x811c9dc5;
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) {
      const code = part.charCodeAt(i);
      if (isBlank(code)) continue;
      solid++;
      hash = Math.imul(hash ^ code, 0x01000193);
    }
  }
  return `${solid}:${(hash >>> 0).toString(16)}`;
}
