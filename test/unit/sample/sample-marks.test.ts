import { expect, test } from 'vitest';
import { sampleMarks } from '../../../renderer/sample/sample-marks.ts';
import { buildPlainText } from '../../../shared/text/plain.ts';
import { key, readSource } from './answer-key.ts';

test.each(sampleMarks)('“$exact” is a passage of the key and stands in its file', (mark) => {
  const segments = key.verify.result.quotes
    .flatMap((quote) => quote.segments)
    .filter(({ source, tier }) => source === mark.file && tier === 'verbatim');
  const rejoined = key.sources.find(({ file }) => file === mark.file)?.rejoined ?? [];
  expect([...segments.map(({ text }) => text), ...rejoined]).toContain(mark.exact);
  expect(buildPlainText(readSource(mark.file), 'plain').text.split(mark.exact)).toHaveLength(2);
});
