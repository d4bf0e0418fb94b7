import { expect, test } from 'vitest';
import { complaints, parsed, sentence } from '../../../../support/made-up-report.ts';

function listing(entries: readonly string[], citations: readonly string[]) {
  const found = citations.flatMap((one) => ['They state:', `“${sentence}”`, one]);
  return complaints(parsed('# Haiyun', '## Sources consulted', ...entries, '## 1. Law', ...found));
}

const by = (publisher: string, title = 'The Mills') =>
  `${publisher}, “${title}”(https://x.example/m), n.d., last accessed: 3 June 2025`;

test('who is listed and not cited, or cited and not listed, is told', () => {
  expect(listing(['Delta Watch', 'Salt Union'], [by('Delta Watch')])).toEqual([
    'listed-not-cited 7',
  ]);
  expect(listing(['Delta Watch'], [by('Delta Watch'), by('Salt Union')])).toEqual([
    'cited-not-listed 19',
  ]);
});

test('names may be long or short, and come with a description', () => {
  const entries = [
    '### Government',
    '**US Department of State (USDOS)**',
    '*It leads the policy of the country abroad.*',
    '- Delta Watch: *A group that “watches” the rivers.*',
    '- [Salt Union](https://salt.example) – sailors who write',
    '“The Union was founded by sailors, and every port has a house of it.”',
    'Human Rights Office',
    'Harbour Institute – consulted, nothing found',
  ];
  const citations = ['USDOS', 'Delta Watch Haiyun', 'Salt Union', 'HRO'];
  expect(
    listing(
      entries,
      citations.map((name) => by(name)),
    ),
  ).toEqual([]);
});

test('a list of documents is held by title and year', () => {
  const listed = by('Delta Watch', 'River Monitor 2024');
  expect(listing([listed], [by('Delta Watch', 'River Monitor 2024')])).toEqual([]);
  expect(listing([listed], [by('Delta Watch', 'River Monitor 2025')])).toEqual([
    'listed-not-cited 5',
  ]);
});

test('a report without a list is silent', () => {
  expect(listing([], [by('Delta Watch')])).toEqual([]);
});
