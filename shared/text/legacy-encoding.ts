// Which old encoding bytes are in that are no UTF-8: each is tried, and one is believed only if what comes out is made of its
// language's commonest characters. Read wrongly, bytes give rare ones.

export type LegacyEncoding =
  | 'gb18030'
  | 'big5'
  | 'shift_jis'
  | 'euc-jp'
  | 'euc-kr'
  | 'windows-1251'
  | 'koi8-r'
  | 'windows-1256';

interface Candidate {
  readonly encoding: LegacyEncoding;
  /** Letters that only this encoding's languages have. */
  readonly letters: RegExp;
  /** The commonest of them. */
  readonly common: RegExp;
  /** Their least share; of these letters it is two to three times as much in real texts. */
  readonly least: number;
}

const kana = /[\u3041-\u30fa]/g;
const cyrillic = /[\u0400-\u04ff]/g;
/** By frequency, lower case: a wrong table turns cases and letters about. */
const commonCyrillic = /[оеаинтсрвлкмдпу]/g;

const candidates: readonly Candidate[] = [
  {
    encoding: 'gb18030',
    letters: /\p{sc=Han}/gu,
    common:
      /[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实]/g,
    least: 0.14,
  },
  {
    encoding: 'big5',
    letters: /\p{sc=Han}/gu,
    common:
      /[的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實]/g,
    least: 0.14,
  },
  { encoding: 'shift_jis', letters: /[\u3041-\u30fa\p{sc=Han}]/gu, common: kana, least: 0.3 },
  { encoding: 'euc-jp', letters: /[\u3041-\u30fa\p{sc=Han}]/gu, common: kana, least: 0.3 },
  {
    encoding: 'euc-kr',
    letters: /[\p{sc=Hangul}\p{sc=Han}]/gu,
    common: /[이다는을에의가고하지로한은사기도를시어자리나대그서인아수보일정전장있과해]/g,
    least: 0.25,
  },
  { encoding: 'windows-1251', letters: cyrillic, common: commonCyrillic, least: 0.6 },
  { encoding: 'koi8-r', letters: cyrillic, common: commonCyrillic, least: 0.6 },
  {
    encoding: 'windows-1256',
    letters: /\p{sc=Arabic}/gu,
    common: /[اليمنوترهبدعفس]/g,
    least: 0.7,
  },
];

const sampleBytes = 1 << 16;
const leastLetters = 24;
/** Part of all characters beyond ASCII that must be letters of the language or its punctuation. */
const leastOwn = 0.7;

/** Undefined where no candidate fits or two fit alike. `bytes` are neither UTF-8 nor Western European. */
export function legacyEncodingOf(bytes: Uint8Array<ArrayBuffer>): LegacyEncoding | undefined {
  const sample = bytes.subarray(0, sampleBytes);
  const scores = candidates
    .flatMap(({ encoding, letters, common, least }) => {
      const text = decode(encoding, sample);
      const own = count(text, letters);
      const beyond = count(text, /[^\p{ASCII}\s\u3000-\u303f\uff00-\uff65“”‘’—…]/gu);
      const share = count(text, common) / Math.max(1, own);
      const fits = own >= leastLetters && own >= leastOwn * beyond && share >= least;
      return fits ? [{ encoding, score: share / least }] : [];
    })
    .sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (first === undefined || first.score < 1.2 * (second?.score ?? 0)) return undefined;
  return first.encoding;
}

/** Empty where a byte fits nothing; a character cut at the sample's end is no fault. */
function decode(encoding: LegacyEncoding, sample: Uint8Array<ArrayBuffer>): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
  } catch {
    return '';
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
