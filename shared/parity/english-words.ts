// The English words numbers are made of.

export const small = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value]),
);
export const tens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10]),
);
export const scales = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
export const ordinals = new Map(
  (
    'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
    'fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
  )
    .split(' ')
    .map((word, value) => [word, value]),
);
const otherOrdinals = [
  ['thirtieth', 30],
  ['fortieth', 40],
  ['fiftieth', 50],
  ['hundredth', 100],
  ['thousandth', 1000],
] as const;
for (const [word, value] of otherOrdinals) ordinals.set(word, value);
/** Denominators; “second” is none. */
export const parts = new Map([...ordinals].filter(([, value]) => value > 2));
parts.set('half', 2).set('quarter', 4);

/** Words with a number in them that a translation may put another way: they never miss a counterpart themselves. */
export const loose = new Map([
  ['both', 2],
  ['pair', 2],
  ['couple', 2],
  ['twice', 2],
  ['double', 2],
  ['doubled', 2],
  ['twofold', 2],
  ['twin', 2],
  ['thrice', 3],
  ['triple', 3],
  ['tripled', 3],
  ['threefold', 3],
  ['fourfold', 4],
  ['fivefold', 5],
  ['tenfold', 10],
  ['once', 1],
  ['single', 1],
  ['decade', 10],
  ['century', 100],
  ['half', 0.5],
  ['quarter', 0.25],
  ['quadrupled', 4],
]);

const words = [small, tens, scales, ordinals, loose].flatMap((map) => [...map.keys()]);
/** Where a number in words may begin, to be put into a larger expression. */
export const englishStart = `(?<![\\p{L}\\d])(?:${words.join('|')}|hundred|dozen)(?!\\p{L})`;
