// Words that turn a sentence: a number, a negation, a hedge, an attribution, a contrast. Lower case, apostrophes straight.

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ''));
}

const negations = setOf(
  `not no never without neither nor none nobody nothing nowhere cannot unable unlikely hardly rarely seldom scarcely
  barely fail fails failed failing failure lack lacks lacked lacking deny denies denied denying refuse refuses refused
  refusing`,
);
const chineseNegations = /[不没沒無无未非]/;

const numberWords = setOf(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
  millions billion billions dozen dozens half quarter third thirds twice double triple percent first second fourth fifth
  sixth seventh eighth ninth tenth`,
);
const chineseNumbers = /[零〇一二三四五六七八九十百千萬万億亿兩两半廿卅]/;

const hedges = setOf(
  `reportedly allegedly likely may might could possibly potentially perhaps probably apparently purportedly seemingly
  presumably suspected alleged claimed claims some many most several few approximately about around roughly estimated
  nearly almost only often sometimes generally usually frequently occasionally mostly largely mainly partly reported
  suggested suggests believed appeared appears seems seemed said`,
);
const hedgePhrases =
  /\b(?:(?:more|less|fewer|greater|other) than|at (?:least|most|times)|up to|according to|as many as|as few as)\b/;
const chineseHedges =
  /據報|据报|據稱|据称|據說|据说|可能|或許|或许|疑似|涉嫌|大約|大约|約|约|部分|一些|許多|许多|至少|最多|幾乎|几乎|通常|往往|有時|有时/;

const attributions = setOf(
  `according said says say stated states told claimed claims alleged alleges reported reports asserted asserts argued
  argues announced noted testified suggested suggests believes believed`,
);
const chineseAttributions = /據|据|稱|称|表示|指出|認為|认为|聲稱|声称|報道|报道|說|说/;

const contrasts = setOf(
  `but however although though despite nevertheless nonetheless except unless while whereas yet`,
);
const chineseContrasts = /但|然而|不過|不过|雖然|虽然|儘管|尽管|卻|却|除非/;

/** Months and days of the week: proper names of dates. "may" and "march" only where they are capitalised. */
const dateNames = setOf(
  `january february march april may june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday`,
);

/** A word as the lists have it. */
export function plainWord(word: string): string {
  return word
    .normalize('NFKC')
    .replace(/[’‘ʼ`]/g, "'")
    .toLowerCase();
}

export function isNegation(word: string): boolean {
  const plain = plainWord(word);
  return (
    negations.has(plain) ||
    plain.endsWith("n't") ||
    /^non-./.test(plain) ||
    chineseNegations.test(plain)
  );
}

export function isNumber(word: string): boolean {
  const plain = plainWord(word);
  if (/[\p{N}%‰\p{Sc}]/u.test(plain) || numberWords.has(plain) || chineseNumbers.test(plain))
    return true;
  return plain.includes('-') && plain.split('-').some((part) => numberWords.has(part));
}

export function isHedge(word: string): boolean {
  const plain = plainWord(word);
  return hedges.has(plain) || chineseHedges.test(plain);
}

/** Hedges of several words, too. */
export function hasHedge(words: readonly string[]): boolean {
  const plain = words.map(plainWord);
  return (
    plain.some((word) => hedges.has(word)) ||
    hedgePhrases.test(plain.join(' ')) ||
    chineseHedges.test(plain.join(''))
  );
}

export function isAttribution(word: string): boolean {
  const plain = plainWord(word);
  return attributions.has(plain) || chineseAttributions.test(plain);
}

export function isContrast(word: string): boolean {
  const plain = plainWord(word);
  return contrasts.has(plain) || chineseContrasts.test(plain);
}

export function isDateName(word: string): boolean {
  return dateNames.has(plainWord(word));
}

const wordPattern =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{Sc}]?(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{M}\p{N}])+(?:[.,'’:\u2010\u2011-](?![\p{sc=Han}])[\p{L}\p{M}\p{N}]+)*[%‰]?/gu;

/** A word of a text and where it stands. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a stretch, in order; characters of scripts without spaces are one each. */
export function wordsIn(text: string, start = 0, end = text.length): Word[] {
  return Array.from(text.slice(start, end).matchAll(wordPattern), ({ 0: word, index }) => ({
    word,
    start: start + index,
    end: start + index + word.length,
  }));
}
