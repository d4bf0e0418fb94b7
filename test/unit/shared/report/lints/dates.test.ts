import { describe, expect, test } from 'vitest';
import {
  citation,
  complaints,
  findings,
  parsed,
  sentence,
} from '../../../../support/made-up-report.ts';

const quote = `“${sentence}”`;
const cited = (published: string, accessed: string, title = 'The Mills') =>
  `Delta Watch, “${title}”(https://delta.example/m), ${published}, last accessed: ${accessed}`;

describe('the day of access', () => {
  const dated = (date: string, one: string) =>
    parsed(
      '# Haiyun: mills',
      'Harbour Network',
      date,
      '## 1. Law',
      'Delta Watch states:',
      quote,
      one,
    );

  test.each([
    ['June 2025', '1 July 2025'],
    ['3 June 2025', '4 June 2025'],
    ['2025', '1 January 2026'],
  ])('lies after the report of %s: %s', (date, accessed) => {
    expect(complaints(dated(date, cited('n.d.', accessed)))).toEqual(['accessed-after-report 13']);
  });

  test.each([
    ['June 2025', '30 June 2025'],
    ['3 June 2025', '3 June 2025'],
    ['2025', '31 December 2025'],
    ['Not dated', '31 December 2099'],
  ])('does not lie after the report of %s: %s', (date, accessed) => {
    expect(complaints(dated(date, cited('n.d.', accessed)))).toEqual([]);
  });

  test('lies before the publication, at the coarser precision', () => {
    const check = (one: string) => complaints(findings('Delta Watch states:', quote, one));
    expect(check(cited('4 June 2025', '3 June 2025'))).toEqual(['accessed-before-publication 7']);
    expect(check(cited('July 2025', '3 June 2025'))).toEqual(['accessed-before-publication 7']);
    expect(check(cited('June 2025', '3 June 2025'))).toEqual([]);
    expect(check(cited('2025', '3 June 2025'))).toEqual([]);
    expect(check(cited('n.d.', '3 June 2025'))).toEqual([]);
  });
});

describe('an introduction', () => {
  const introduced = (introduction: string, one: string) =>
    complaints(findings(introduction, quote, one));

  test.each([
    ['In its report of 3 May 2024, Delta Watch states:', '12 June 2007'],
    ['Delta Watch’s report, published in May 2007, states that:', '12 June 2007'],
    ['In its 2008 report, Delta Watch noted:', '12 June 2007'],
    ['Delta Watch reported in July 2007:', '12 June 2007'],
    ['In May 2024, Delta Watch reported:', '12 June 2007'],
    ['In an article dated 13 June 2007 Delta Watch writes:', '12 June 2007'],
  ])('gives another date: %s', (introduction, published) => {
    expect(introduced(introduction, cited(published, '3 June 2025'))).toEqual([
      'intro-date-differs 3',
    ]);
  });

  test('gives the year of another edition', () => {
    const one = cited('n.d.', '3 June 2025', '2025 River Monitor: Haiyun');
    expect(introduced('Delta Watch’s 2024 River Monitor states:', one)).toEqual([
      'intro-date-differs 3',
    ]);
    expect(introduced('Delta Watch’s 2025 River Monitor states:', one)).toEqual([]);
  });

  test.each([
    ['In its report of June 2007, Delta Watch states:', '12 June 2007'],
    ['In its 2007 report, Delta Watch noted:', '12 June 2007'],
    ['In its 2007 report on the events of 1998, Delta Watch noted:', '12 June 2007'],
    ['On the strikes of May 2003, Delta Watch writes:', '12 June 2007'],
    ['In 2003, courts heard many cases, as Delta Watch reports:', '12 June 2007'],
    ['Under the Act of 1998 mills are licensed, according to Delta Watch:', '12 June 2007'],
    ['Delta Watch, published in May 2007, states that:', 'n.d.'],
    ['The annual report 2006 of Delta Watch states:', '12 June 2007'],
  ])('gives no other date: %s', (introduction, published) => {
    expect(introduced(introduction, cited(published, '3 June 2025'))).toEqual([]);
  });
});

describe('the research timeframe', () => {
  const framed = (...statements: readonly string[]) =>
    complaints(
      parsed(
        '# Haiyun: mills',
        'October 2025',
        '## Research timeframe',
        ...statements,
        '## 1. Law',
        'Delta Watch states:',
        quote,
        citation,
        'Delta Watch states:',
        quote,
        cited('4 May 2025', '12 September 2025'),
      ),
    );

  test.each([
    'The earliest source was published on 13 June 2007 and the latest on 4 May 2025.',
    'All sources were published between 12 June 2007 and 5 May 2025 and last accessed between 3 June 2025 and 12 September 2025.',
    'Publication dates range from 12 June 2007 to 4 May 2025; sources were accessed from 3 June 2025 to 11 September 2025.',
    'Research was conducted between 4 June 2025 and 12 September 2025.',
    'Oldest publication: 12 June 2008. Latest access: 12 September 2025.',
    'Sources consulted were published between June 2007 and June 2025.',
  ])('is not what the citations say: %s', (statement) => {
    expect(framed(statement)).toEqual(['timeframe-differs 7']);
  });

  test.each([
    'The earliest source was published on 12 June 2007 and the latest on 4 May 2025.',
    'All sources were published between 12 June 2007 and 4 May 2025 and last accessed between 3 June 2025 and 12 September 2025.',
    'The sources cited were published from 2007 to 2025. They were accessed between June 2025 and September 2025.',
    'Research was conducted between 1 May 2025 and 30 September 2025.',
    'The report covers events since 1998.',
  ])('is what the citations say: %s', (statement) => {
    expect(framed(statement)).toEqual([]);
  });

  test('is told at the statement that is wrong', () => {
    expect(
      framed('- Earliest publication: 12 June 2007', '- Latest publication: 4 June 2025'),
    ).toEqual(['timeframe-differs 9']);
  });
});
