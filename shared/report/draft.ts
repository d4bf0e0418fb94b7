import type { Finding } from './report.ts';

/** A finding while it is read. */
export type Draft = {
  -readonly [Key in keyof Finding]: Finding[Key] extends readonly (infer Item)[]
    ? Item[]
    : Finding[Key];
};
