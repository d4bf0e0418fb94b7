// What differs, by its worst class.
import { describe, expect, test } from 'vitest';
import { prepareSource } from '../../../../shared/verify/prepare-source.ts';
import { sourceFromRaw } from '../../../../shared/verify/raw-text.ts';
import type { Difference } from '../../../../shared/verify/verdict.ts';
import { verifyQuote } from '../../../../shared/verify/verify-quote.ts';

const raw = `In March 2031 the harbour police arrested 415 suspected recruiters and the courts of Beilan convicted some of them. The authorities did not report any investigation of officials by the labour organisation. At least twelve fishers were reportedly held on ships near the P. R. H. coast without pay, food or papers for more than one year. Inspectors prosecuted several owners under Article 244 of the code.

Other owners were persecuted for speaking up.

政府沒有採取任何措施保護受害者，二〇三一年共有三萬人被捕。`;
const source = prepareSource(sourceFromRaw(raw));

function differencesOf(quote: string): readonly Difference[] {
  const { segments } = verifyQuote(quote, source);
  return segments.flatMap(({ differences }) => differences);
}

const brief = (quote: string) =>
  differencesOf(quote).map(({ class: kind, quote: own, source: held }) => [kind, own, held]);

describe('a difference', () => {
  test.each([
    ['a digit', 'the harbour police arrested 451 suspected recruiters', ['number', '451', '415']],
    [
      'a number word',
      'At least eleven fishers were reportedly held on ships',
      ['number', 'eleven', 'twelve'],
    ],
    [
      'a dropped number',
      'the harbour police arrested suspected recruiters and the courts',
      ['number', '', '415'],
    ],
    [
      'an added number',
      'Inspectors prosecuted 30 several owners under Article 244 of the code',
      ['number', '30', ''],
    ],
    [
      'a dropped not',
      'The authorities did report any investigation of officials',
      ['negation', '', 'not'],
    ],
    [
      'an added never',
      'Inspectors never prosecuted several owners under Article 244',
      ['negation', 'never', ''],
    ],
    [
      'without made with',
      'near the P. R. H. coast with pay, food or papers',
      ['negation', 'with', 'without'],
    ],
    ['a place', 'and the courts of Nanshan convicted some of them', ['name', 'Nanshan', 'Beilan']],
    [
      'a month',
      'In April 2031 the harbour police arrested 415 suspected recruiters',
      ['name', 'April', 'March'],
    ],
    [
      'an initialism',
      'were reportedly held on ships near the U. S. coast',
      ['name', 'U. S', 'P. R. H'],
    ],
    [
      'a dropped hedge',
      'At least twelve fishers were held on ships near',
      ['hedge', '', 'reportedly'],
    ],
    [
      'a changed hedge',
      'and the courts of Beilan convicted most of them',
      ['hedge', 'most', 'some'],
    ],
    [
      'a hedge of two words',
      'Twelve fishers were reportedly held on ships for over one year',
      undefined,
    ],
    [
      'added words',
      'Inspectors boldly prosecuted several owners under Article 244',
      ['added', 'boldly', ''],
    ],
    [
      'a word',
      'Inspectors punished several owners under Article 244 of the code',
      ['word', 'punished', 'prosecuted'],
    ],
    [
      'a word the source has elsewhere',
      'Inspectors persecuted several owners under Article 244 of the code',
      ['word', 'persecuted', 'prosecuted'],
    ],
    [
      'an ending',
      'Inspectors prosecute several owners under Article 244 of the code',
      ['word', 'prosecute', 'prosecuted'],
    ],
    [
      'a plural',
      'the harbour police arrested 415 suspected recruiter and the courts',
      ['word', 'recruiter', 'recruiters'],
    ],
    [
      'another spelling',
      'any investigation of officials by the labor organisation',
      ['spelling', 'labor', 'labour'],
    ],
    [
      'a slip',
      'Inspecters prosecuted several owners under Article 244 of the code',
      ['spelling', 'Inspecters', 'Inspectors'],
    ],
    [
      'a Chinese number',
      '政府沒有採取任何措施保護受害者，二〇三一年共有四萬人被捕。',
      ['number', '四', '三'],
    ],
    ['a Chinese word', '政府沒有採取任何行動保護受害者', ['word', '行動', '措施']],
  ] as const)('%s', (_, quote, expected) => {
    if (expected) expect(brief(quote)).toEqual([expected]);
    else expect(brief(quote).length).toBeGreaterThan(0);
  });

  test('that omits four words or more is an omission, and what it hides is said too', () => {
    expect(
      brief(
        'In March 2031 the harbour police convicted some of them. The authorities did not report any investigation of officials',
      ),
    ).toEqual([
      ['number', '', '415'],
      ['omission', '', 'arrested 415 suspected recruiters and the courts of Beilan'],
    ]);
  });

  test('is one for each run, the worst first', () => {
    expect(
      brief(
        'In March 2031 the port police arrested 451 suspected recruiters and the courts of Beilan convicted some of us',
      ),
    ).toEqual([
      ['number', '451', '415'],
      ['word', 'port', 'harbour'],
      ['word', 'us', 'them'],
    ]);
  });

  test('at the quote’s first word is held against the source’s word there', () => {
    expect(brief('500 suspected recruiters and the courts of Beilan convicted')).toEqual([
      ['number', '500', '415'],
    ]);
  });

  test('at a sentence’s edge is not held against the sentence before', () => {
    expect(brief('Moreover, inspectors prosecuted several owners under Article 244')).toEqual([
      ['added', 'Moreover', ''],
    ]);
  });

  test('is where the source has it', () => {
    const [difference] = differencesOf('the harbour police arrested 451 suspected recruiters');
    expect(raw.slice(difference?.start, difference?.end)).toBe('415');
  });

  test('is none where only marks differ', () => {
    expect(brief('without pay, food, or papers, for more than one year')).toEqual([]);
    expect(brief('near the P.R.H. coast with no pay, food or papers')).toHaveLength(1);
  });

  test('is said of a bracket that swallows a number, a negation or a hedge', () => {
    expect(brief('the harbour police arrested [the] suspected recruiters')).toEqual([
      ['number', '[the]', '415'],
    ]);
    expect(brief('The authorities did [indeed] report any investigation of officials')).toEqual([
      ['negation', '[indeed]', 'not'],
    ]);
    expect(brief('fishers were [then] held on ships near the P. R. H. coast')).toEqual([
      ['hedge', '[then]', 'reportedly'],
    ]);
    expect(
      verifyQuote('the harbour police arrested [415] suspected recruiters', source).verdict,
    ).toBe('marked');
  });
});
