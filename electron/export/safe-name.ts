// Names of exported files and folders: whatever is proposed becomes a name that every file system takes and no eye is
// deceived by.

const mostBytes = 120;
const mostSuffixLength = 16;

// Separators and what Windows refuses.
const refusedMarks = /[<>:"/\\|?*]/gu;
// Control and format characters: NUL, line ends, bidi overrides, zero-width ones, and halves of pairs.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
// Whatever follows the first dot, and blanks before it, Windows does not count.
const reserved = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i;

export function toSafeName(proposal: string): string {
  const cleaned = proposal
    .normalize('NFC')
    .replace(invisible, '')
    .replace(refusedMarks, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '');
  const name = shorten(cleaned === '' ? 'export' : cleaned);
  return reserved.test(name) ? shorten(`_${name}`) : name;
}

/** `name`, or `name 2`, `name 3` … before its suffix: the first that is not taken. */
export function toFreeName(name: string, isTaken: (candidate: string) => boolean): string {
  const { stem, suffix } = split(name);
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${stem} ${count}${suffix}`;
    if (!isTaken(candidate)) return candidate;
  }
}

function shorten(name: string): string {
  const { stem, suffix } = split(name);
  let kept = '';
  let size = Buffer.byteLength(suffix);
  for (const character of stem) {
    size += Buffer.byteLength(character);
    if (size > mostBytes) break;
    kept += character;
  }
  return `${kept.replace(/[. ]+$/u, '')}${suffix}`;
}

function split(name: string): { readonly stem: string; readonly suffix: string } {
  const dot = name.lastIndexOf('.');
  const hasSuffix = dot > 0 && name.length - dot <= mostSuffixLength;
  return hasSuffix
    ? { stem: name.slice(0, dot), suffix: name.slice(dot) }
    : { stem: name, suffix: '' };
}
