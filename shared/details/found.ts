import type { Confidence } from '../evidence/source.ts';

/** A detail a document gives, and how surely. */
export interface Found<Value> {
  readonly value: Value;
  readonly confidence: Confidence;
}

export function stated(value: string): Found<string> | undefined {
  return value === '' ? undefined : { value, confidence: 'stated' };
}
