// Seeded marks in an invented language with a natural spread of rare and common words, some of them in Chinese.
import type { AnyId } from '../../shared/evidence/ids.ts';
import type { SearchableMark } from '../../shared/search/answer.ts';

export type Random = () => number;

/** Mulberry32: the same numbers for the same seed, everywhere. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: Random, from: readonly T[]): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

const onsets = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'f',
  'g',
  'gr',
  'h',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  'st',
  't',
  'v',
];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea'];
const endings = ['', '', 'n', 'r', 's', 't', 'l', 'ck', 'nd'];

function inventWords(random: Random, count: number): readonly string[] {
  const words = new Set<string>();
  while (words.size < count) {
    const syllables = 1 + Math.floor(random() * 4);
    let word = '';
    for (let n = 0; n < syllables; n++) {
      word += pick(random, onsets) + pick(random, vowels) + pick(random, endings);
    }
    words.add(word);
  }
  return [...words];
}

/** Invented sentences about an invented state, in both scripts. */
export const chineseLines: readonly {
  readonly traditional: string;
  readonly simplified: string;
}[] = [
  { traditional: '返鄉者因污名而不願向收容所求助', simplified: '返乡者因污名而不愿向收容所求助' },
  { traditional: '海雲共和國沒有公布起訴的數字', simplified: '海云共和国没有公布起诉的数字' },
  { traditional: '雇主扣押護照並威脅家屬償還債務', simplified: '雇主扣押护照并威胁家属偿还债务' },
  { traditional: '檢查員只數到六個開著的收容處', simplified: '检查员只数到六个开着的收容处' },
  { traditional: '邊境學校的老師發現孩子們離開了', simplified: '边境学校的老师发现孩子们离开了' },
];

export function makeMarks(count: number, seed: number): readonly SearchableMark[] {
  const random = seeded(seed);
  const words = inventWords(random, 4000);
  // Zipf-like: squaring a number below one makes the first words common and the last rare.
  const word = (): string => words[Math.floor(random() ** 3 * words.length)] ?? '';
  const sentence = (length: number): string =>
    `${Array.from({ length }, word).join(' ')}.`.replace(/^./, (first) => first.toUpperCase());
  const titles = Array.from({ length: 40 }, () => sentence(5));
  return Array.from({ length: count }, (_, n): SearchableMark => {
    const line = pick(random, chineseLines);
    const chinese = random() < 0.5 ? line.traditional : line.simplified;
    return {
      mark: n.toString(16).padStart(32, '0') as AnyId,
      source: (n % 40).toString(16).padStart(32, 'a') as AnyId,
      text: sentence(20 + Math.floor(random() * 60)) + (random() < 0.1 ? ` ${chinese}。` : ''),
      note: random() < 0.5 ? sentence(8) : '',
      tags: random() < 0.6 ? [word()] : [],
      title: titles[n % 40] ?? '',
      ...{ colours: ['key passage', ''], by: 'R. Ito', published: '2025' },
    };
  });
}

/** One insertion, deletion, substitution or swap of neighbours, never of the first letter. */
export function mistype(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = pick(random, Array.from('abcdefghijklmnopqrstuvwxyz'));
  const kinds = [
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ];
  return pick(random, kinds);
}
