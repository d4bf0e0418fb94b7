// What the lints say with the sources beside them: newer editions, pages, claims that something is not there.
import { describe, expect, test } from 'vitest';
import {
  complaints,
  findings,
  sentence,
  type HeldFile,
} from '../../../../support/made-up-report.ts';

const monitor = (year: string, more = '', pages?: number): HeldFile => ({
  name: `monitor-${year}.txt`,
  text: `# River Monitor ${year}: Haiyun\n\nPublisher: Delta Watch\n\n${sentence} ${more}`,
  ...(pages !== undefined && { pages }),
});
const of = (year: string, pinpoint = '') =>
  `Delta Watch, “River Monitor ${year}: Haiyun”(https://delta.example/${year}), n.d.${pinpoint}, last accessed: 3 June 2025`;
const found = (one: string, ...after: readonly string[]) =>
  findings('Delta Watch states:', `“${sentence}”`, one, ...after);

describe('a newer edition', () => {
  test('of the cited one is told, whether the older is held or not', () => {
    const files = [monitor('2024'), monitor('2025')];
    expect(complaints(found(of('2024')), { files })).toEqual(['newer-edition-held 7']);
    expect(complaints(found(of('2023')), { files })).toEqual(['newer-edition-held 7']);
    expect(complaints(found(of('2025')), { files })).toEqual([]);
  });

  test('is one of the same series only', () => {
    const other: HeldFile = {
      name: 'other.txt',
      text: '# River Monitor 2025: Tongwan\n\nPublisher: Delta Watch\n\nText.',
    };
    expect(complaints(found(of('2024')), { files: [monitor('2024'), other] })).toEqual([]);
  });
});

describe('a pinpoint', () => {
  test('is missing only for a source of more than ten pages', () => {
    expect(complaints(found(of('2025')), { files: [monitor('2025', '', 14)] })).toEqual([
      'pinpoint-missing 7',
    ]);
    expect(complaints(found(of('2025')), { files: [monitor('2025', '', 10)] })).toEqual([]);
    expect(complaints(found(of('2025')), { files: [monitor('2025')] })).toEqual([]);
  });

  test.each([', p. 4', ', pp. 8–11', ', para. 12', ', section 3.2', ', § 4', ', page iv'])(
    'is “%s”',
    (pinpoint) => {
      const files = [monitor('2025', '', 14)];
      expect(complaints(found(of('2025', pinpoint)), { files })).toEqual([]);
    },
  );

  test('is counted by the page numbers of a text', () => {
    const pages = Array.from({ length: 12 }, (_, i) => `A page.\n\n${i + 1}\n\n`).join('');
    const file = { name: 'm.txt', text: `${monitor('2025').text}\n\n${pages}` };
    expect(complaints(found(of('2025')), { files: [file] })).toEqual(['pinpoint-missing 7']);
  });
});

describe('a claim that something is not there', () => {
  const files = [
    monitor('2024', 'Shelters for men were closed.'),
    monitor('2025', 'Debt bondage is common, and labour inspectors look away.'),
  ];
  const claimed = (claim: string) => complaints(found(of('2025'), claim), { files });

  test.each([
    'The River Monitor 2025 does not mention debt bondage.',
    'The 2025 edition makes no mention of debt bondage.',
    'The report does not mention “debt bondage”.',
    'The report doesn’t mention any bondage for debts.',
    'No information on debt bondage was found in the sources consulted.',
    'No reference to debt bondage could be found in the River Monitor 2025.',
    'Debt bondage is not mentioned in the 2025 report.',
    'The River Monitor 2025 is silent on labor inspectors.',
    'Neither the 2024 nor the 2025 edition mentions debt bondage.',
    'We could not find any information on debt bondage.',
    'It contains no information on debt bondage.',
    'The report does not mention bondage or curfews.',
  ])('is contradicted: %s', (claim) => {
    expect(claimed(claim)).toEqual(['negative-claim-contradicted 9']);
  });

  test.each([
    'The River Monitor 2024 does not mention debt bondage.',
    'The River Monitor 2025 does not mention shelters for men.',
    'The report does not mention bondage by marriage.',
    'No information on conscription was found in the sources consulted.',
    'The Government does not provide debt bondage with a name.',
    'The Gazette of 2025 does not mention debt bondage.',
  ])('is not contradicted: %s', (claim) => {
    expect(claimed(claim)).toEqual([]);
  });
});
