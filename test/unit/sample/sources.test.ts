import { expect, test } from 'vitest';
import { key, readSource } from './answer-key.ts';

/** What the 2024 edition has instead. */
const changes: readonly (readonly [string, string])[] = [
  ['# Annual Monitor 2025: Haiyun', '# Annual Monitor 2024: Haiyun'],
  ['3 December 2025', '27 November 2024'],
  ['seventh consecutive', 'sixth consecutive'],
  ['never replied', 'sometimes replied'],
  ['1,204', '1,386'],
  ['Her list names 63 persons, and beside 19 of the names she had written the word gone. ', ''],
  ['– ANNUAL MONITOR 2025', '– ANNUAL MONITOR 2024'],
  ['Between March 2024 and February 2025', 'Between March 2023 and February 2024'],
  ['© 2025', '© 2024'],
];

test('the two editions differ in a word, a sentence, a figure and what goes with the year', () => {
  const older = changes.reduce(
    (text, [now, then]) => text.replaceAll(now, then),
    readSource('annual-monitor-2025.txt'),
  );
  expect(older).toBe(readSource('annual-monitor-2024.txt'));
});

test('the monitor is as messy as promised', () => {
  const text = readSource('annual-monitor-2025.txt');
  expect(text.split(/\s+/).length).toBeGreaterThan(3300);
  expect(
    text.match(/Police officers, labour inspectors and consular staff [^.]{50,}\./g),
  ).toHaveLength(2);
  expect(text).toContain('1,\n\n\n\n350');
  expect(text.match(/\p{L}-\n\n/gu)).toHaveLength(2);
  for (const sign of ['\\$', '✓', '\u00ad', 'M. I. S. ', 'recruited.2 The', 'visits. 4 Victims'])
    expect(text).toContain(sign);
});

/** Those an editor writes; the others are held against the program that makes them. */
const written = key.sources.filter(
  ({ file }) => !/\.(?:pdf|docx|png|html|eml)$|gb18030|windows-1252/.test(file),
);

test.each(written)(
  '$file holds its boilerplate lines and the sentences that breaks cut',
  (source) => {
    const text = readSource(source.file);
    const lines = text.split('\n');
    let from = 0;
    for (const line of source.boilerplate) {
      const at = lines.indexOf(line, from);
      expect(at, line).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
    const solid = text
      .replace(/\n\d+\n|\nCOUNCIL FOR THE OUTER STRAITS – .*\n/g, '\n')
      .replace(/-\n\n|\s/g, '')
      .replaceAll('cross-border', 'crossborder');
    for (const sentence of source.rejoined) {
      expect(text).not.toContain(sentence);
      expect(solid).toContain(
        sentence.replaceAll('cross-border', 'crossborder').replace(/\s/g, ''),
      );
    }
    expect(text).toContain(source.metadata.title ?? '?');
  },
);

test('each edition of the monitor has twelve sentences cut by page breaks', () => {
  const counts = new Map(key.sources.map(({ file, rejoined }) => [file, rejoined.length]));
  expect(counts.get('annual-monitor-2025.txt')).toBe(12);
  expect(counts.get('annual-monitor-2024.txt')).toBe(12);
});
