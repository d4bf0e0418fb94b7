import { expect, test } from 'vitest';
import { quoteWithCitation } from '../../../../shared/quote/copy.ts';
import { quoted } from '../../../support/quoted.ts';

const citation =
  'Northern Union Desk for Free Movement, “Exploitation Monitor 2025: Haiyun”' +
  '(https://example.org/monitor/2025?lang=en), 12 June 2025, p. 9, last accessed: 3 February 2026';

test('a passage is copied in quotation marks with its citation on the next line', () => {
  expect(quoteWithCitation(quoted(1))).toBe(`“At least ten shelters were open.”\n${citation}`);
});

test('quotation marks inside the passage become inner ones; apostrophes and other scripts stay', () => {
  const passage = 'She said: "It’s not\nsafe" and “left”. 「海雲」';
  expect(quoteWithCitation(quoted(1, { exact: passage }))).toBe(
    `“She said: ‘It’s not safe’ and ‘left’. 「海雲」”\n${citation}`,
  );
});
