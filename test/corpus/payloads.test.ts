// Payloads against sanitizers, one file each, in `../shared/payloads` where somebody laid them.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildRichText } from '../../shared/text/build-rich-text.ts';
import { decodeWorkingText, encodeWorkingText } from '../../shared/text/codec.ts';
import { readPage } from '../../shared/web/read-page.ts';
import { liveParts } from '../support/inert.ts';
import { filesIn, isShared } from './shared-folder.ts';

const files = isShared('payloads') ? filesIn('payloads', '.html') : [];

describe.skipIf(files.length === 0)('each payload', () => {
  test.each(files.map((file) => [path.basename(file), file]))('%s', (_, file) => {
    const page = readPage(new Uint8Array(readFileSync(file)));
    if (page === undefined) throw new Error('it is too large');
    expect(liveParts(page.document)).toEqual([]);
    const work = buildRichText(page.document, 'html', 'web/1');
    expect(decodeWorkingText(encodeWorkingText(work)).ok).toBe(true);
  });
});
