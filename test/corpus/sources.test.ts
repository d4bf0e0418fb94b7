// Real texts saved from the web: what is quoted from the working text is found in the file as it is.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../shared/text/decode.ts';
import { isMarkdown } from '../../shared/text/markdown.ts';
import { buildPlainText } from '../../shared/text/plain.ts';
import { sentences } from '../../shared/text/sentences.ts';
import { mapBreaches, squeeze } from '../support/text-laws.ts';
import { filesIn } from './shared-folder.ts';

const files = filesIn('sources', '.txt');

describe('each source text', () => {
  test.each(files.map((file) => [path.basename(file), file]))('%s', (name, file) => {
    const decoded = decodeText(new Uint8Array(readFileSync(file)));
    if (decoded.kind !== 'text') throw new Error(decoded.kind);
    const format = isMarkdown(decoded.text, name) ? 'markdown' : 'plain';
    const work = buildPlainText(decoded.text, format);
    expect(mapBreaches(work, [squeeze(decoded.text)])).toEqual([]);
    const raw = fold(decoded.text);
    for (const { start, end } of sentences(work.text, work.ranges)) {
      expect(raw).toContain(fold(work.text.slice(start, end)));
    }
  });
});

/** As a checker of quotes folds: white space, hyphens at line ends, soft hyphens. */
function fold(text: string): string {
  return text
    .replace(/\u00ad/g, '')
    .replace(/(\p{L})[-\u2010]\s*\n\s*(?=\p{L})/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
