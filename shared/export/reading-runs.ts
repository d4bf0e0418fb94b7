// How the words of a printed line are told to programs that read a PDF. Each such program puts letters in order by where
// they stand and by their script, in its own way, and none puts back what a number parts in a line from right to left. So
// each run of one direction is a line of its own in the reading layer, and the lines follow each other as they are read.

export interface SeenWord {
  readonly text: string;
  /** In CSS pixels, all words of a line from the same edge. */
  readonly left: number;
  readonly right: number;
  /** A blank parts it from the next word. */
  readonly blankAfter: boolean;
}

export interface ReadingRun {
  /** Which word of the line it begins in. */
  readonly word: number;
  readonly left: number;
  /** From left to right, as a program expects to find them: words of right-to-left scripts backwards. */
  readonly letters: readonly ReadingLetter[];
}

interface ReadingLetter {
  /** A character, or an emoji of several. */
  readonly text: string;
  /** In CSS pixels; 0 for a mark. */
  readonly width: number;
}

/** Whether a print of the text reads back as it is: scripts from left to right without marks, in fonts that we bring. */
export function readsBack(text: string): boolean {
  return simple.test(text);
}

const simple =
  /^[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}0-9０-９\p{P}\p{Z}\p{Sc}\p{Sk}+<=>|~\t\n\r]*$/u;

/**
 * The same runs, the first as wide as all of them and the others where they are seen: what does not overlap from side to side is taken for columns, and columns are read one after the other.
 */
export function overlapping(runs: readonly ReadingRun[]): readonly ReadingRun[] {
  const from = Math.min(...runs.map(({ left }) => left));
  const to = Math.max(...runs.map(({ left, letters }) => left + widthOf(letters)));
  return runs.map((run, at) => {
    const right = run.left + widthOf(run.letters);
    const newLeft = at === 0 ? from : run.left;
    const newRight = at === 0 ? to : right;
    const blanks = widthOf(run.letters.filter(({ text }) => text === ' '));
    const scale = (newRight - newLeft - blanks) / Math.max(right - run.left - blanks, 1);
    const letters = run.letters.map(({ text, width }) => ({
      text,
      width: text === ' ' ? width : width * scale,
    }));
    return { ...run, left: newLeft, letters };
  });
}

function widthOf(letters: readonly ReadingLetter[]): number {
  return letters.reduce((sum, { width }) => sum + width, 0);
}

type Direction = 'left-to-right' | 'right-to-left';

interface Piece extends Part {
  readonly word: number;
  readonly left: number;
  readonly right: number;
  readonly blankAfter: boolean;
}

/**
 * The runs of a line in the order they are read. `base` is the paragraph's direction: it tells where the parts of a word
 * of two directions stand. `blank` is the width of the blanks in pixels, at most.
 */
export function readingRuns(
  words: readonly SeenWord[],
  base: Direction,
  blank: number,
): readonly ReadingRun[] {
  const runs: Piece[][] = [];
  let isClosed = false;
  for (const piece of piecesOf(words, base)) {
    const last = runs.at(-1);
    if (last?.[0]?.direction === piece.direction && !isClosed && !piece.opens) last.push(piece);
    else runs.push([piece]);
    isClosed = piece.closes;
  }
  return runs.map((pieces) => runOf(pieces, blank));
}

function piecesOf(words: readonly SeenWord[], base: Direction): Piece[] {
  let before: Direction = base;
  return words.flatMap((word, at) => {
    const parts = partsOf(word.text, before);
    before = parts.at(-1)?.direction ?? before;
    const total = parts.reduce((sum, { letters }) => sum + letters.length, 0);
    const unit = (word.right - word.left) / Math.max(total, 1);
    let done = 0;
    return parts.map((each, part) => {
      const { letters } = each;
      const [from, to] = [done * unit, (done + letters.length) * unit];
      done += letters.length;
      const [left, right] =
        base === 'right-to-left'
          ? [word.right - to, word.right - from]
          : [word.left + from, word.left + to];
      const blankAfter = part === parts.length - 1 && word.blankAfter;
      return { ...each, word: at, left, right, blankAfter };
    });
  });
}

interface Part {
  readonly direction: Direction;
  readonly letters: string[];
  /** Begins a run. */
  readonly opens: boolean;
  /** Ends one. */
  readonly closes: boolean;
}

/**
 * What has no direction of its own goes with the letters before it, at a change of direction with those after. From right
 * to left a sign that may belong to a number ends a run: some readers put what is on its left before what is on its right.
 */
function partsOf(word: string, before: Direction): Part[] {
  const parts: Part[] = [];
  let waiting: string[] = [];
  for (const each of word.match(letter) ?? []) {
    const direction = directionOf(each);
    if (direction === undefined) {
      waiting.push(each);
      continue;
    }
    const last = parts.at(-1);
    const isParted = direction === 'right-to-left' && waiting.some((sign) => ofNumbers.test(sign));
    if (last?.direction !== direction) {
      parts.push({ direction, letters: [...waiting, each], opens: isParted, closes: false });
    } else if (isParted) {
      last.letters.push(...waiting);
      parts.push({ direction, letters: [each], opens: true, closes: false });
    } else last.letters.push(...waiting, each);
    waiting = [];
  }
  if (waiting.length === 0) return parts;
  const last = parts.pop() ?? { direction: before, letters: [], opens: false };
  const closes = last.direction === 'right-to-left' && waiting.some((sign) => ofNumbers.test(sign));
  return [...parts, { ...last, letters: [...last.letters, ...waiting], closes }];
}

/** Unicode TR 9: European separators and terminators, common separators. */
const ofNumbers = /[\u060c#$%+,\-./:¢-¥°±٪؉؊‰‱−₠-₿]/u;
const letter = /\p{RGI_Emoji}|\p{Emoji}\u{fe0f}|\P{Cs}/gsv;
/** Marks, and what is not seen: to some readers they have no width, and what follows would stand apart. */
const slight = /^[\p{M}\p{Cf}]/u;
const rightToLeft =
  /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Samaritan}\p{sc=Mandaic}\p{sc=Adlam}]/u;

function directionOf(text: string): Direction | undefined {
  if (slight.test(text)) return undefined;
  if (/^\p{N}/u.test(text)) return 'left-to-right';
  if (rightToLeft.test(text) && /^\p{L}/u.test(text)) return 'right-to-left';
  return /^[\p{L}\p{So}]/u.test(text) ? 'left-to-right' : undefined;
}

const leftToRightMark = '\u200e';
const rightToLeftMark = '\u200f';
/** No letter, no blank and no mark: what reads it as a blank drops it at the end of a line. */
const nextLine = '\u0085';

function runOf(pieces: readonly Piece[], blank: number): ReadingRun {
  const [first] = pieces;
  const backwards = first?.direction === 'right-to-left';
  const seen = backwards ? pieces.toReversed() : pieces;
  const letters = seen.flatMap((piece, at) => {
    const next = seen[at + 1];
    const inside = backwards ? piece.letters.toReversed() : piece.letters;
    // Between two pieces as they stand on the paper, the blank belongs to whichever is read first.
    const parted = next !== undefined && (backwards ? next : piece).blankAfter;
    const own = Math.max(piece.right - piece.left, 0.5);
    const room = next === undefined ? own : Math.max(next.left - piece.left, own);
    const after = seen[at + 1]?.letters;
    const closesMarked = backwards && after !== undefined && slight.test(after.at(-1) ?? '');
    const gap = parted ? Math.min(closesMarked ? 0.2 * blank : blank, room / 2) : 0;
    const heavy = inside.filter((text) => !slight.test(text)).length;
    const width = (room - gap) / Math.max(heavy, 1);
    return [
      ...inside.map((text) => ({ text, width: slight.test(text) ? 0 : width })),
      ...(parted ? [{ text: ' ', width: gap }] : []),
    ];
  });
  // A hyphen where a line ends is taken for a broken word's and dropped.
  const isHyphened = /^[-\u2010\u2011]$/u.test(letters.at(-1)?.text ?? '');
  // A mark at the edge goes to the line before where nothing with a width stands in front of it, and what has no direction
  // is read before the letters it follows.
  const edge = letters[0]?.text ?? '';
  const isMarked = backwards && slight.test(edge);
  const isOpen = backwards && directionOf(edge) === undefined;
  return {
    word: first?.word ?? 0,
    left: seen[0]?.left ?? 0,
    letters: [
      ...(isMarked ? [{ text: nextLine, width: blank / 3 }] : []),
      ...(isOpen ? [{ text: rightToLeftMark, width: 0 }] : []),
      ...letters,
      ...(isHyphened ? [{ text: leftToRightMark, width: 0 }] : []),
    ],
  };
}
