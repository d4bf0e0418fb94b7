// Names come from whoever made the file, and some are made to deceive the eye.
import { isVisible, plainly } from '../export/visible-text.ts';

const longest = 160;

/** For a line of a screen: what turns it round is spelled out, and of a very long name the middle is left out. */
export function shownName(name: string): string {
  if (!isVisible(name)) return 'A file without a name';
  const plain = plainly(name).replace(/\s+/g, ' ').trim();
  if (plain.length <= longest) return plain;
  const half = (longest - 1) / 2;
  return `${plain.slice(0, Math.ceil(half))}…${plain.slice(-Math.floor(half))}`.toWellFormed();
}
