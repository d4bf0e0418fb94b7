import { describe, expect, test } from 'vitest';
import { UndoStack, type Undoable } from '../../../../renderer/vault/undo-stack.ts';
import type { MarkId, SourceId } from '../../../../shared/evidence/ids.ts';
import { generalCase, type Act } from '../../../../shared/journal/change.ts';

const source = '1'.repeat(32) as SourceId;
const subject = `marks/${source}/${generalCase}` as const;
const mark = 'a'.repeat(32) as MarkId;

function colour(to: 'key' | 'law', back: 'key' | 'law'): Undoable {
  const act = (colour: 'key' | 'law'): Act => ({
    subject,
    kind: 'mark-coloured',
    payload: { mark, colour },
  });
  return { done: [act(to)], reversing: [act(back)] };
}

function note(text: string, before: string): Undoable {
  const act = (text: string): Act => ({ subject, kind: 'noted', payload: { mark, text } });
  return { done: [act(text)], reversing: [act(before)] };
}

describe('the undo stack', () => {
  test('gives entries back last first, and forward again', () => {
    const stack = new UndoStack();
    const first = colour('law', 'key');
    const second = colour('key', 'law');
    stack.record(first);
    stack.record(second);
    expect(stack.undo()).toBe(second);
    expect(stack.undo()).toBe(first);
    expect(stack.undo()).toBeUndefined();
    expect(stack.redo()).toBe(first);
    expect(stack.redo()).toBe(second);
    expect(stack.redo()).toBeUndefined();
  });

  test('forgets what was undone once something new is done', () => {
    const stack = new UndoStack();
    stack.record(colour('law', 'key'));
    stack.undo();
    stack.record(colour('key', 'law'));
    expect(stack.redo()).toBeUndefined();
  });

  test('takes a note saved at every pause back as one piece of writing', () => {
    const stack = new UndoStack();
    stack.record(note('a', ''));
    stack.record(note('a b', 'a'));
    stack.record(note('a b c', 'a b'));
    expect(stack.undo()).toEqual({
      done: note('a b c', '').done,
      reversing: note('a', '').reversing,
    });
    expect(stack.undo()).toBeUndefined();
  });

  test('does not take back an export or an import', () => {
    const stack = new UndoStack();
    stack.record({
      done: [{ subject: 'library', kind: 'exported', payload: { marks: 1, files: [] } }],
      reversing: [{ subject: `source/${source}`, kind: 'source-removed', payload: { source } }],
    });
    expect(stack.undo()).toBeUndefined();
  });
});
