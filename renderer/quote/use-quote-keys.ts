import { useMemo, useState } from 'react';
import type { QuoteDraft } from '../../shared/quote/draft.ts';
import { wholeWords } from '../../shared/quote/whole-words.ts';
import { sentences } from '../../shared/text/sentences.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { useShortcuts, type Shortcut } from '../app/shortcuts.ts';
import { moveEnd, nearSentence, type Step } from '../highlight/move-selection.ts';
import type { ReaderSelection } from '../highlight/use-selection.ts';
import type { Bracketing, QuoteEdits } from './use-quote-edits.ts';

interface QuoteKeys {
  readonly work: WorkingText;
  readonly draft: QuoteDraft;
  readonly selection: ReaderSelection | undefined;
  readonly select: (selection: ReaderSelection) => void;
  readonly clear: () => void;
  readonly edits: QuoteEdits;
  readonly onBracket: (how: Bracketing) => void;
  readonly reveal: (range: TextRange) => void;
}

const group = 'Quote';
const longestHeard = 400;

/** Choosing words and editing the quote without a mouse. Answers what a screen reader should say. */
export function useQuoteKeys(parts: QuoteKeys): string {
  const { work, draft, selection, select, clear, edits, onBracket, reveal } = parts;
  const { text } = work;
  const walk = useMemo(() => sentences(work.text, work.ranges), [work]);
  const chosen = (): boolean => selection !== undefined;
  // Where the last chosen words stood: an act lets go of them, and whoever works by keys goes on from there.
  const [last, setLast] = useState<TextRange>();
  const from = selection?.range ?? last ?? { start: startOf(draft), end: startOf(draft) };

  const show = (range: TextRange | undefined, moving: ReaderSelection['moving'] = 'end'): void => {
    if (range === undefined) return;
    setLast(range);
    select({ range, moving, by: 'keyboard' });
    reveal(range);
  };
  const sentence = (direction: 1 | -1) => (): void => {
    show(nearSentence(text, walk, selection?.range ?? last, startOf(draft), direction));
  };
  const word = (direction: 1 | -1) => (): void => {
    const end = direction > 0 ? edge(text, from.end, 1) : edge(text, edge(text, from.start, -1), 1);
    show(wholeWords(text, { start: edge(text, end, -1), end }));
  };
  const move = (keys: string, label: string, step: Step, direction: 1 | -1): Shortcut => ({
    ...{ keys, label, group, when: chosen },
    run: () => {
      if (selection === undefined) return;
      const moved = moveEnd(text, selection, step, direction);
      show(moved.range, moved.moving);
    },
  });
  const act = (keys: string, label: string, run: () => void): Shortcut => ({
    ...{ keys, label, group, run, when: chosen },
  });

  useShortcuts([
    { keys: '.', label: 'Choose the next sentence', group, run: sentence(1) },
    { keys: ',', label: 'Choose the previous sentence', group, run: sentence(-1) },
    { keys: 'Right', label: 'Choose the next word', group, run: word(1) },
    { keys: 'Left', label: 'Choose the previous word', group, run: word(-1) },
    move('Ctrl+Shift+Right', 'Choose a word more', 'word', 1),
    move('Ctrl+Shift+Left', 'Choose a word less', 'word', -1),
    move('Shift+Right', 'Choose a character more', 'character', 1),
    move('Shift+Left', 'Choose a character less', 'character', -1),
    act('x', 'Cut: [...] for the chosen words', edits.cut),
    act('Delete', 'Cut: [...] for the chosen words', edits.cut),
    act('r', 'Take the chosen words in', edits.takeIn),
    act('i', 'Put words in brackets before them', () => {
      onBracket('before');
    }),
    act('w', 'Put words in brackets in their place', () => {
      onBracket('instead');
    }),
    act('c', 'Change the first letter’s case: [T]', edits.changeCase),
    act('e', 'Emphasise', () => {
      edits.emphasise('added');
    }),
    act('o', 'Emphasised in the original', () => {
      edits.emphasise('original');
    }),
    act('s', 'Put [sic] behind them', edits.sic),
    act('Esc', 'Let go of the chosen words', clear),
  ]);

  if (selection?.by !== 'keyboard') return '';
  const { start, end } = selection.range;
  return `Chosen: ${text.slice(start, Math.min(end, start + longestHeard))}`;
}

function startOf({ passages }: QuoteDraft): number {
  return passages[0]?.start ?? 0;
}

/** The end of the next word, or the beginning of the one before. */
function edge(text: string, offset: number, direction: 1 | -1): number {
  const moving = direction > 0 ? 'end' : 'start';
  const place = { range: { start: offset, end: offset }, moving } as const;
  const { range } = moveEnd(text, place, 'word', direction);
  return direction > 0 ? range.end : range.start;
}
