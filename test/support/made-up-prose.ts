// Prose without sense, for tests that need much of it: the same seed gives the same text.

const words =
  'river mill ferry harvest province warden ledger orchard winter bridge clerk salt market boat widow copper road ' +
  'shelter permit wage season village tower cart grain police letter trial witness border council school harbour';
const characters = '山河村船橋鹽市婦路屋票薪季塔車米信審證界會校港城林雨雪田井門窗書筆紙刀石';

/** `count` words in sentences of nine, none of which repeats by more than chance. */
export function prose(seed: number, count: number): string {
  const vocabulary = words.split(' ');
  const next = numbers(seed);
  const sentences: string[] = [];
  for (let written = 0; written < count; written += 9) {
    const length = Math.min(9, count - written);
    const sentence = Array.from(
      { length },
      () => vocabulary[next() % vocabulary.length] ?? '',
    ).join(' ');
    sentences.push(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`);
  }
  return sentences.join(' ');
}

export function hanProse(seed: number, count: number): string {
  const next = numbers(seed);
  return Array.from({ length: count }, () => characters.charAt(next() % characters.length)).join(
    '',
  );
}

/** A linear congruential generator (Numerical Recipes): nothing here has to be random. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
