/** A stretch standing in both texts, word for word after folding. Raw UTF-16 offsets. */
export interface SharedPassage {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

export function sharedPassages(a: string, b: string): SharedPassage[] {
  void a;
  void b;
  return [];
}
