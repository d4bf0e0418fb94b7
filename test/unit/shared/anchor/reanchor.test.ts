import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeRange } from '../../../../shared/anchor/describe.ts';
import { reanchor } from '../../../../shared/anchor/reanchor.ts';
import { prepareSource } from '../../../../shared/verify/prepare-source.ts';

const before = [
  'Inspectors visited the salt works of Lanhe in the spring and found the gates locked.',
  'The Ministry of Labour registered 412 complaints of withheld wages during the year.',
  'A clerk said that no complaint had reached a judge, and that none was likely to.',
  'Inspectors visited the salt works of Lanhe in the spring and found the gates locked.',
].join('\n\n');

function anchorOf(words: string, from = 0) {
  const start = before.indexOf(words, from);
  return describeRange(before, start, start + words.length);
}

function prepared(text: string) {
  return prepareSource({ text, skipped: [], sections: [] });
}

const complaints =
  'The Ministry of Labour registered 412 complaints of withheld wages during the year.';

describe('a passage in a new text of its source', () => {
  test('is exact where nothing before it changed', () => {
    const now = `${before}\n\nA new last paragraph.`;
    const { start, end } = anchorOf(complaints);
    expect(reanchor(anchorOf(complaints), prepared(now))).toEqual({ how: 'exact', start, end });
  });

  test('is moved where something came before it, and lies at its words', () => {
    const now = `A new heading\n\n${before}`;
    const placed = reanchor(anchorOf(complaints), prepared(now));
    expect(placed.how).toBe('moved');
    if (placed.how === 'moved') expect(now.slice(placed.start, placed.end)).toBe(complaints);
  });

  test('is moved where only line ends and quotation marks are set otherwise', () => {
    const now = `New.\n\n${before.replace('registered 412 complaints', 'registered\n412 com-\nplaints')}`;
    const placed = reanchor(anchorOf(complaints), prepared(now));
    expect(placed.how).toBe('moved');
    if (placed.how === 'moved') {
      expect(now.slice(placed.start, placed.end)).toContain('412 com-\nplaints of withheld wages');
    }
  });

  test('is changed where a number differs, and the number is named', () => {
    const placed = reanchor(anchorOf(complaints), prepared(before.replace('412', '214')));
    expect(placed).toMatchObject({
      how: 'changed',
      differences: [{ class: 'number', quote: '412', source: '214' }],
    });
  });

  test('is an orphan where it is gone', () => {
    const now = before.replace(complaints, 'Nothing is known of wages.');
    expect(reanchor(anchorOf(complaints), prepared(now))).toEqual({ how: 'orphaned' });
  });

  test('is an orphan where it stands twice and nothing tells which one was meant', () => {
    const words = 'found the gates locked';
    const twice = `x ${words} y\n\nx ${words} y`;
    const anchor = { ...describeRange(`x ${words} y`, 2, 2 + words.length), start: 400, end: 422 };
    expect(reanchor(anchor, prepared(`${twice}\n\n${'z '.repeat(300)}`))).toEqual({
      how: 'orphaned',
    });
  });

  test('keeps to its own copy of a repeated passage by what stands around it', () => {
    const words = 'Inspectors visited the salt works of Lanhe in the spring';
    const second = anchorOf(words, 10);
    const now = `A new heading\n\n${before}`;
    const placed = reanchor(second, prepared(now));
    expect(placed).toEqual({
      how: 'moved',
      start: now.lastIndexOf(words),
      end: now.lastIndexOf(words) + words.length,
    });
  });
});

test('whatever comes before and after, an unchanged passage is found at its words', () => {
  const paragraphs = fc.array(fc.constantFrom('Rain fell.', 'The road was closed.', '—', 'No 4'), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(paragraphs, paragraphs, (ahead, behind) => {
      const now = [...ahead, before, ...behind].join('\n\n');
      const placed = reanchor(anchorOf(complaints), prepared(now));
      expect(['exact', 'moved']).toContain(placed.how);
      if (placed.how !== 'orphaned') expect(now.slice(placed.start, placed.end)).toBe(complaints);
    }),
  );
});
