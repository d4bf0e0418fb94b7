import type { TextAnchor } from '../evidence/mark.ts';

const contextLength = 32;

/** Anchor of a range of a working text, by position and by quote with context. */
export function describeRange(text: string, start: number, end: number): TextAnchor {
  const from = clipAt(text, start, -1);
  const to = clipAt(text, end, 1);
  return {
    start: from,
    end: to,
    exact: text.slice(from, to),
    prefix: text.slice(clipAt(text, Math.max(0, from - contextLength), 1), from),
    suffix: text.slice(to, clipAt(text, Math.min(text.length, to + contextLength), -1)),
  };
}

/** The offset itself, or its neighbour in direction `step` where it would cut a surrogate pair. */
function clipAt(text: string, offset: number, step: 1 | -1): number {
  const cuts = isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));
  return cuts ? offset + step : offset;
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
