import { describe, expect, test } from 'vitest';
import { UndoStack, type Undoable } from '../../../../renderer/vault/undo-stack.ts';
import type { MarkId, SourceId } from '../../../../shared/evidence/ids.ts';
import { generalCase, type Act, type ChangeKind } from '../../../../shared/journal/change.ts';

const source = '1'.repeat(32) as SourceId;
const subject = `marks/${source}/${generalCase}` as const;
const mark = 'a'.repeat(32) as MarkId;

function colour(to: 'key' | 'law', back: 'key' | 'law'): Undoable {
  const act = (colour: 'key' | 'law'): Act => ({
    subject,
    kind: 'mark-coloured',
    payload: { mark, colour },
  });
  return { named: act(to), done: [act(to)], reversing: [act(back)] };
}

function note(text: string, before: string, of: MarkId = mark): Undoable {
  const act = (text: string): Act => ({ subject, kind: 'noted', payload: { mark: of, text } });
  return { named: act(text), done: [act(text)], reversing: [act(before)] };
}

/** Done together with it. */
function withColour({ named, done, reversing }: Undoable): Undoable {
  const { done: more, reversing: back } = colour('law', 'key');
  return { named, done: [...done, ...more], reversing: [...back, ...reversing] };
}

const turned = ({ named, done, reversing }: Undoable): Undoable => ({
  named,
  done: reversing,
  reversing: done,
});

/** Every kind of act, and whether a slip of the keyboard may take it back. */
const taken: Readonly<Record<ChangeKind, boolean>> = {
  'locker-created': false,
  'person-named': false,
  'tag-made': true,
  'tag-renamed': true,
  'tag-changed': true,
  'tag-merged': true,
  'organisation-described': true,
  'source-imported': false,
  'source-described': true,
  'pages-labelled': true,
  'reading-set': true,
  'source-renewed': true,
  'sources-related': true,
  'source-removed': true,
  'source-restored': true,
  marked: true,
  'marks-placed': true,
  'mark-coloured': true,
  'mark-restyled': true,
  'reading-corrected': true,
  reviewed: true,
  noted: true,
  tagged: true,
  untagged: true,
  unmarked: true,
  remarked: true,
  'quote-made': true,
  'quote-changed': true,
  translated: true,
  'quote-removed': true,
  'quote-restored': true,
  'statement-made': true,
  'statement-removed': true,
  exported: false,
  'backed-up': false,
  purged: false,
  'passphrase-changed': false,
  'slot-added': false,
  'slot-named': false,
  'slot-removed': false,
  'renewal-begun': false,
  'keys-renewed': false,
  'settings-changed': false,
  'phrase-taken': false,
};

describe('the undo stack', () => {
  test('gives entries back last first, and forward again', () => {
    const stack = new UndoStack();
    const first = colour('law', 'key');
    const second = colour('key', 'law');
    stack.record(first);
    stack.record(second);
    expect(stack.next('undo')).toBe(second);
    stack.turn('undo', turned(second));
    expect(stack.next('undo')).toBe(first);
    stack.turn('undo', turned(first));
    expect(stack.next('undo')).toBeUndefined();
    expect(stack.next('redo')).toEqual(turned(first));
    stack.turn('redo', first);
    expect(stack.next('redo')).toEqual(turned(second));
    expect(stack.next('undo')).toBe(first);
  });

  test('keeps an entry whose reversal failed', () => {
    const stack = new UndoStack();
    const entry = colour('law', 'key');
    stack.record(entry);
    stack.next('undo');
    expect(stack.next('undo')).toBe(entry);
  });

  test('forgets what was undone once something new is done', () => {
    const stack = new UndoStack();
    const entry = colour('law', 'key');
    stack.record(entry);
    stack.turn('undo', turned(entry));
    stack.record(colour('key', 'law'));
    expect(stack.next('redo')).toBeUndefined();
  });

  test('takes a note saved at every pause back as one piece of writing', () => {
    const stack = new UndoStack();
    stack.record(note('a', ''));
    stack.record(note('a b', 'a'));
    stack.record(note('a b c', 'a b'));
    const whole = { ...note('a b c', ''), reversing: note('a', '').reversing };
    expect(stack.next('undo')).toEqual(whole);
    stack.turn('undo', turned(whole));
    expect(stack.next('undo')).toBeUndefined();
  });

  test.each<readonly [string, readonly Undoable[]]>([
    ['and something else follows', [note('a', ''), withColour(note('a b', 'a'))]],
    ['follows on a note and something else', [withColour(note('a', '')), note('a b', 'a')]],
    ['of another mark follows', [note('a', ''), note('a b', 'a', 'b'.repeat(32) as MarkId)]],
    ['follows on a colour', [colour('law', 'key'), note('a', '')]],
  ])('keeps both where a note %s', (_, entries) => {
    const stack = new UndoStack();
    for (const entry of entries) stack.record(entry);
    for (const entry of entries.toReversed()) {
      expect(stack.next('undo')).toBe(entry);
      stack.turn('undo', turned(entry));
    }
    expect(stack.next('undo')).toBeUndefined();
  });

  test('forgets what is called by an act on a source that was deleted for good, whatever else it did', () => {
    const other = `marks/${'2'.repeat(32) as SourceId}/${generalCase}` as const;
    const elsewhere = colour('law', 'key');
    const [done, reversing] = [elsewhere.done, elsewhere.reversing].map((acts) =>
      acts.map((act): Act => ({ ...act, subject: other })),
    );
    const stack = new UndoStack();
    stack.record({ named: elsewhere.named, done: done ?? [], reversing: reversing ?? [] });
    expect(stack.next('undo')).toBeDefined();
    stack.forget(source);
    expect(stack.next('undo')).toBeUndefined();
  });

  test('forgets a source that was deleted for good, to undo and to redo, and nothing else', () => {
    const other = '2'.repeat(32) as SourceId;
    const removed = (of: SourceId): Undoable => {
      const act = (kind: 'source-removed' | 'source-restored'): Act => ({
        subject: `source/${of}`,
        kind,
        payload: { source: of },
      });
      const done = act('source-removed');
      return { named: done, done: [done], reversing: [act('source-restored')] };
    };
    const stack = new UndoStack();
    const [kept, keptUndone] = [removed(other), removed(other)];
    const ofBoth = {
      ...removed(other),
      done: [...removed(other).done, ...colour('law', 'key').done],
    };
    for (const entry of [colour('law', 'key'), kept, ofBoth]) stack.record(entry);
    for (const entry of [keptUndone, removed(source), colour('key', 'law')]) {
      stack.record(entry);
    }
    for (let undone = 0; undone < 3; undone++) {
      const entry = stack.next('undo');
      if (entry !== undefined) stack.turn('undo', turned(entry));
    }

    stack.forget(source);

    expect(stack.next('redo')).toEqual(turned(keptUndone));
    stack.turn('redo', keptUndone);
    expect(stack.next('redo')).toBeUndefined();
    expect(stack.next('undo')).toBe(keptUndone);
    stack.turn('undo', turned(keptUndone));
    expect(stack.next('undo')).toBe(kept);
    stack.turn('undo', turned(kept));
    expect(stack.next('undo')).toBeUndefined();
  });

  test.each(Object.entries(taken))('of %s: whether it is taken back is %s', (kind, isTaken) => {
    const stack = new UndoStack();
    const named = { ...colour('law', 'key').named, kind } as Act;
    const entry = { ...colour('law', 'key'), named, done: [named] };
    stack.record(entry);
    expect(stack.next('undo')).toBe(isTaken ? entry : undefined);
  });

  test('does not take back an export or an import', () => {
    const stack = new UndoStack();
    const named: Act = { subject: 'library', kind: 'exported', payload: { marks: 1, files: [] } };
    stack.record({
      named,
      done: [named],
      reversing: [{ subject: `source/${source}`, kind: 'source-removed', payload: { source } }],
    });
    expect(stack.next('undo')).toBeUndefined();
  });
});
