// Which stretches of a text are in which script: a word processor wants language, font and direction with each.

type Script = 'western' | 'chinese' | 'right-to-left';

export interface ScriptRun {
  readonly text: string;
  readonly script: Script;
}

const rightToLeft = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u;
const chinese =
  /[\p{sc=Han}\p{sc=Bopomofo}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const western = /\p{L}/u;

/** Blanks, digits and punctuation go with the letters before them, or first in line with those after. */
export function scriptRuns(text: string): readonly ScriptRun[] {
  const runs: { text: string; script: Script }[] = [];
  const first = Array.from(text, scriptOf).find((script) => script !== undefined) ?? 'western';
  for (const character of text) {
    const last = runs.at(-1);
    const script = scriptOf(character) ?? last?.script ?? first;
    if (last?.script === script) last.text += character;
    else runs.push({ text: character, script });
  }
  return runs;
}

/** Whether a paragraph of this text runs from right to left: its first letter decides (Unicode TR 9, rules P2 and P3). */
export function runsRightToLeft(text: string): boolean {
  for (const character of text) {
    if (rightToLeft.test(character)) return true;
    if (/\p{L}/u.test(character)) return false;
  }
  return false;
}

function scriptOf(character: string): Script | undefined {
  if (rightToLeft.test(character)) return 'right-to-left';
  if (chinese.test(character)) return 'chinese';
  return western.test(character) ? 'western' : undefined;
}
