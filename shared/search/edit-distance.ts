// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, each costs one.
// Only a band of width 2 × most + 1 around the diagonal is computed (Ukkonen 1985).

const far = 99;
const longest = 64;
let beforeLast = new Uint8Array(longest + 2);
let last = new Uint8Array(longest + 2);
let current = new Uint8Array(longest + 2);

/** Edits that make `a` of `b`; `most + 1` where it takes more than `most` or a word is longer than 64. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || a.length > longest || b.length > longest)
    return most + 1;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const least = fillRow(a, b, i, most);
    if (least > most) return most + 1;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(last[b.length] ?? far, most + 1);
}

/** Fills `current` with the row of a's i-th unit and answers its least value. */
function fillRow(a: string, b: string, i: number, most: number): number {
  const unit = a.charCodeAt(i - 1);
  const from = Math.max(1, i - most);
  const to = Math.min(b.length, i + most);
  current[0] = i;
  if (from > 1) current[from - 1] = far;
  let least = from > 1 ? far : i;
  for (let j = from; j <= to; j++) {
    const other = b.charCodeAt(j - 1);
    const above = j === i + most ? far : (last[j] ?? far);
    let cost = (last[j - 1] ?? far) + (unit === other ? 0 : 1);
    cost = Math.min(cost, above + 1, (current[j - 1] ?? far) + 1);
    if (i > 1 && j > 1 && unit === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
      cost = Math.min(cost, (beforeLast[j - 2] ?? far) + 1);
    }
    current[j] = cost;
    least = Math.min(least, cost);
  }
  if (to < b.length) current[to + 1] = far;
  return least;
}
