import { describe, expect, test } from 'vitest';
import { citation, complaints, findings, sentence } from '../../../../support/made-up-report.ts';

/** One finding a citation, the cited paragraph of finding n (from 1) on line 6n + 1. */
function citing(...citations: readonly string[]) {
  return findings(...citations.flatMap((one) => ['Delta Watch states:', `“${sentence}”`, one]));
}

const good = Array.from({ length: 4 }, () => citation);
const whole =
  'Delta Watch, “The Mills”(https://delta.example/m), 12 June 2007, last accessed: 3 June 2025';

describe('a citation', () => {
  test.each([
    ['publisher', '“The Mills”(https://delta.example/m), 12 June 2007, last accessed: 3 June 2025'],
    ['title', 'Delta Watch, (https://delta.example/m), 12 June 2007, last accessed: 3 June 2025'],
    ['title', 'Delta Watch, 12 June 2007, last accessed: 3 June 2025'],
    ['date', 'Delta Watch, “The Mills”(https://delta.example/m), last accessed: 3 June 2025'],
    ['access', 'Delta Watch, “The Mills”(https://delta.example/m), 12 June 2007'],
    ['access', 'Delta Watch, “The Mills”(https://delta.example/m), n.d.'],
    [
      'end of its title',
      'Delta Watch, “The Mills(https://delta.example/m), 12 June 2007, last accessed: 3 June 2025',
    ],
    [
      'end of its link',
      'Delta Watch, “The Mills”(https://delta.example/m, 12 June 2007, last accessed: 3 June 2025',
    ],
  ])('without %s is malformed: %s', (_, broken) => {
    expect(complaints(citing(...good, broken))).toEqual(['citation-malformed 31']);
  });

  test.each([
    whole,
    whole.replace('12 June 2007', 'n.d.'),
    whole.replace('12 June 2007', 'undated'),
    whole.replace('12 June 2007', 'The Haiyun Reader, 12 June 2007, p. 4'),
    whole.replace('last accessed: ', 'last accessed on '),
    'Delta Watch, *The Mills*, 12 June 2007, https://delta.example/m [accessed 3 June 2025]',
    'Delta Watch, [“The Mills”](https://delta.example/m), June 2007, last accessed: 3 June 2025.',
    'Delta Watch, “[The Mills](https://delta.example/m)”, 2007, last accessed: 3 June 2025',
    'Delta Watch, “The “Mills” of the North”(https://delta.example/m_(north)), n.d., last accessed: 3 June 2025',
    'Delta Watch, "The Mills" (https://delta.example/m); 12 June 2007; last accessed: 3 June 2025',
    'Delta Watch (墨山), “磨坊”(https://delta.example/m), 2007年6月12日, last accessed: 3 June 2025',
    'Ibid., p. 4',
  ])('is well formed: %s', (one) => {
    expect(complaints(citing(...good, one))).toEqual([]);
  });

  test('need not have what the report never gives', () => {
    const bare = 'Delta Watch, “The Mills”(https://delta.example/m), 12 June 2007';
    expect(complaints(citing(bare, bare, bare, bare))).toEqual([]);
  });
});

describe('a day of access', () => {
  test.each([
    '31 June 2025',
    '35 June 2025',
    '3 June',
    'June 2025',
    '2025-06-03',
    '3 Jun 2025',
    '',
    '3 Juni 2025',
  ])('is malformed: “%s”', (day) => {
    const one = whole.replace('3 June 2025', day);
    expect(complaints(citing(...good, one))).toEqual(['access-date-malformed 31']);
  });

  test('may be written otherwise throughout', () => {
    const one = whole.replace('3 June 2025', '2025-06-03');
    expect(complaints(citing(one, one, one, one))).toEqual([]);
    const none = one.replace('2025-06-03', '2025-06-31');
    expect(complaints(citing(one, one, one, none))).toEqual(['access-date-malformed 25']);
  });
});
