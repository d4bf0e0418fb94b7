// What import makes of the sample's texts equals the key, which was written by hand.
import { describe, expect, test } from 'vitest';
import { isMarkdown } from '../../../shared/text/markdown.ts';
import { buildPlainText } from '../../../shared/text/plain.ts';
import { sentences } from '../../../shared/text/sentences.ts';
import type { WorkingText } from '../../../shared/text/working-text.ts';
import { key, readSource } from './answer-key.ts';

const texts = key.sources.filter(({ file }) => /\.(?:txt|md)$/.test(file));

function read(file: string): WorkingText {
  const text = readSource(file);
  return buildPlainText(text, isMarkdown(text, file) ? 'markdown' : 'plain');
}

/** Sentences over which a break was closed. */
function rejoinedIn({ text, ranges, joins }: WorkingText): string[] {
  const breaks = joins.filter(({ kind }) => kind === 'page' || kind === 'column');
  return sentences(text, ranges)
    .filter(({ start, end }) => breaks.some(({ at }) => at > start && at < end))
    .map(({ start, end }) => text.slice(start, end));
}

describe.each(texts)('$file', ({ file, boilerplate, rejoined }) => {
  const work = read(file);

  test('has the boilerplate lines of the key and no other', () => {
    const found = work.ranges.filter(({ kind }) => kind === 'boilerplate');
    expect(found.map(({ start, end }) => work.text.slice(start, end))).toEqual(boilerplate);
  });

  test('has the sentences of the key rejoined and no other', () => {
    expect(rejoinedIn(work)).toEqual(rejoined);
  });
});
