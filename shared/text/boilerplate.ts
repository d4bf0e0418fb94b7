// A saved web page's furniture, line by line. Conservative: a line must look like nothing else. It stays in the text.
import type { MarkedRange } from './working-text.ts';

/** "How You Can Help | About Us | Contact Us": at least three short parts, none a sentence. A table row begins with `|`. */
function isNavigation(line: string): boolean {
  const parts = line.split(/\s[|•·]\s/);
  return parts.length >= 3 && !line.startsWith('|') && parts.every(isShortLabel);
}

/** "[Home](#) > ... > China", "Home » Reports » 2024". */
function isBreadcrumb(line: string): boolean {
  const parts = bare(line).split(/\s[>»›→]\s/);
  return (
    parts.length >= 2 && /^(?:home|start|main)\b/i.test(parts[0] ?? '') && parts.every(isShortLabel)
  );
}

/** "Tags: mills, rivers; wages": short names, no sentence. */
function isTagList(line: string): boolean {
  const list = /^(?:tags?|filed under|categor(?:y|ies)|topics?):(.+)$/i.exec(line)?.[1];
  return list?.split(/[,;]/).every((name) => name.length <= 40 && isShortLabel(name)) === true;
}

function isShortLabel(part: string): boolean {
  return part.length <= 60 && !/[.!?]["”’]?$/.test(part.replace(/\.{3}$/, ''));
}

/** Link markup read as its text. */
function bare(line: string): string {
  return line.replace(/\[([^[\]]*)\]\([^)]*\)/g, '$1');
}

const wholeLines: readonly RegExp[] = [
  /^\d+ comments?$/i,
  /^(?:no comments(?: yet)?|leave a (?:comment|reply)|post a comment)$/i,
  /^(?:share|tweet|e-?mail|print|share this(?: (?:page|article|post))?|back to top|skip to (?:main )?content)$/i,
  /^(?:advertisement|read more|related (?:articles|pages|posts|links|content)\b.{0,30})$/i,
  /^(?:sign up for|subscribe to) (?:our|the) .{0,40}newsletter\b.{0,120}$/i,
  /^(?:©|\(c\)|copyright)\s.{0,120}$/i,
  /^.{0,60}\ball rights reserved\.?$/i,
  /^(?:privacy policy|terms (?:of (?:use|service)|and conditions)|cookie (?:policy|settings))\b.{0,120}$/i,
  /^\[?(?:[^\]]*(?:click here|view all))\]?\.?$/i,
  /^(?:-{3,}|\*{3,}|_{3,}|={3,})$/,
];

/** Boilerplate lines of a working text; lines that touch `taken` ranges are left alone. */
export function findBoilerplate(text: string, taken: readonly MarkedRange[]): MarkedRange[] {
  const ranges: MarkedRange[] = [];
  for (const { 0: line, index: start } of text.matchAll(/[^\n]+/g)) {
    const end = start + line.length;
    if (line.length > 400 || taken.some((range) => range.start < end && range.end > start))
      continue;
    const known = wholeLines.some((pattern) => pattern.test(bare(line)));
    if (known || isNavigation(line) || isBreadcrumb(line) || isTagList(line)) {
      ranges.push({ start, end, kind: 'boilerplate', page: 0 });
    }
  }
  return ranges;
}
