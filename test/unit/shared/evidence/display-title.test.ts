import { expect, test } from 'vitest';
import { randomId } from '../../../../shared/evidence/ids.ts';
import { displayTitle, emptyDetails } from '../../../../shared/evidence/source.ts';

const titled = (title: string, name = 'report.pdf') =>
  displayTitle({
    details: { ...emptyDetails, title },
    original: { file: randomId(), name, mediaType: '', sizeBytes: 1, sha256: '' },
  });

test.each(['', '  ', '\u00a0\t', '\u200b\u200b\u200b\u200b', '\u202e\u2066', '\u3164'])(
  'a title in which nothing can be seen gives way to the file name: %j',
  (title) => {
    expect(titled(title)).toBe('report.pdf');
  },
);

test('a title that can be seen stands, with what would turn it round spelled out', () => {
  expect(titled(' River \u202eMonitor ')).toBe('River ⟨U+202E⟩Monitor');
});

test('a file whose name cannot be seen either still has something to press', () => {
  expect(titled(' ', '\u200b')).toBe('A file without a name');
});
