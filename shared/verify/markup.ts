// Link markup: `[text](url)` is read as its text.

/** A stretch of a text; UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Bounded on every side, so that a page of brackets costs its length. */
const link = /\[([^[\]\n]{1,300})\](\([^()\s]{0,500}\))/g;

/** The stretches of link markup that are no text: the opening bracket, and from the closing one to the end. */
export function linkMarkup(text: string): Stretch[] {
  if (!text.includes('](')) return [];
  return Array.from(text.matchAll(link), ({ 0: whole, 1: label = '', index }) => [
    { start: index, end: index + 1 },
    { start: index + 1 + label.length, end: index + whole.length },
  ]).flat();
}

export function withoutLinks(text: string): string {
  return text.includes('](') ? text.replace(link, '$1') : text;
}
