import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposeDetails } from '../../../../shared/details/propose.ts';
import { readDate } from '../../../../shared/text/dates.ts';
import { buildPlainText } from '../../../../shared/text/plain.ts';

const propose = (...lines: string[]) =>
  proposeDetails(buildPlainText(lines.join('\n'), 'markdown'));
const detailsOf = (...lines: string[]) => propose(...lines).details;
const prose =
  'The inspectors of the northern provinces visited the mills along the river and found that nobody there would speak to them of the wages that were owed.';

describe('a block of labels and values', () => {
  const expected = {
    title: 'Haiyun Monitor 2007',
    publisher: 'Office of the Rivers',
    author: 'Mill Watch Haiyun',
    published: { value: '2007-06-12', precision: 'day' },
    updated: '2016-05-25',
    url: 'https://example.org/m/7',
    accessed: '2016-05-25',
    series: 'Haiyun Monitor',
    edition: '2007',
    documentType: 'report',
    disclaimer:
      'This is not a Rivers Archive publication. The Archive does not endorse its content.',
    republisher: 'Rivers Archive',
  };
  const cite =
    'Office of the Rivers, Haiyun Monitor 2007, available at: https://example.org/m/7 [accessed 25 May 2016]';

  test('is read as an archive has it', () => {
    expect(
      detailsOf(
        'Last Updated: Wednesday, 25 May 2016, 08:28 GMT',
        '',
        'Haiyun Monitor 2007',
        '',
        'Publisher Office of the Rivers',
        'Author Mill Watch Haiyun',
        'Publication Date 12 June 2007',
        `Cite as ${cite}`,
        `Disclaimer${expected.disclaimer}`,
        '',
        prose,
      ),
    ).toMatchObject({ ...expected, citeAs: cite, language: 'en' });
  });

  test('is read where label and value run together, line by line and all in one', () => {
    const block = [
      'PublisherOffice of the Rivers',
      'AuthorMill Watch Haiyun',
      'Date of publication12 June 2007',
      `Cite as${cite}`,
    ];
    const { title, publisher, author, published, url } = expected;
    for (const lines of [block, [block.join('')]])
      expect(detailsOf(title, '', ...lines, '', prose)).toMatchObject({
        ...{ title, publisher, author, published, url },
      });
  });

  test('is read with colons, in bold and as a table', () => {
    for (const lines of [
      ['Publisher: Office of the Rivers', 'Country: Haiyun', 'Accessed: 3 May 2031'],
      ['**Publisher:** Office of the Rivers', '**Country:** Haiyun', '**Accessed:** 3 May 2031'],
      ['| Publisher | Office of the Rivers |', '| Country | Haiyun |', '| Accessed | 3 May 2031 |'],
    ])
      expect(detailsOf('# Mills', '', ...lines, '', prose)).toMatchObject({
        title: 'Mills',
        publisher: 'Office of the Rivers',
        country: 'Haiyun',
        accessed: '2031-05-03',
      });
  });

  test('is stated; what follows from it is likely, and what only looks so a guess', () => {
    const { confidence } = propose('# Mills', '', 'Publisher: Ministry of Rivers', '', prose);
    expect(confidence).toEqual({
      title: 'likely',
      publisher: 'stated',
      sourceType: 'likely',
      language: 'likely',
    });
  });

  test.each([
    ['Publisher Ito was arrested on Monday.', 'Nobody knows why.'],
    ['Country roads of Haiyun', prose],
    ['Language Policy and Schools', prose],
    ['Date Palms of the Coast', prose],
    ['Authority and Trust', prose],
    ['Published reports say little.', prose],
    ['Updated figures were promised.', prose],
  ])('is not seen in %j', (...lines) => {
    const { publisher, author, country, language = 'en', published, updated } = detailsOf(...lines);
    expect({ publisher, author, country, language, published, updated }).toEqual({
      language: 'en',
    });
  });
});

describe('the title', () => {
  test('is a heading rather than the first line', () => {
    expect(detailsOf('[Home](#) > [Haiyun](#)', '', '# Haiyun 2031', '', prose).title).toBe(
      'Haiyun 2031',
    );
  });

  test('stands under a masthead, which publishes', () => {
    expect(
      detailsOf('The Lanhe Herald', '', 'Rain on the kilns', '', '3 May 2031', '', prose),
    ).toMatchObject({
      title: 'Rain on the kilns',
      publisher: 'The Lanhe Herald',
      published: { value: '2031-05-03', precision: 'day' },
      sourceType: 'media',
    });
  });

  test('is what the file states, unless that is its name', () => {
    const work = buildPlainText(prose, 'plain');
    expect(proposeDetails(work, { title: 'Haiyun Monitor', author: 'R. Ito' })).toMatchObject({
      details: { title: 'Haiyun Monitor', author: 'R. Ito' },
      confidence: { title: 'stated', author: 'guess' },
    });
    const { details } = proposeDetails(work, { title: 'report_final.docx', author: 'user01' });
    expect(details).toEqual({ language: 'en' });
  });
});

describe('publisher and day without labels', () => {
  test.each([
    ['Published by the Mill Institute, 12 May 2031. All is made up.', 'Mill Institute'],
    ['_Mill Clinic, briefing of 12 May 2031. All is made up._', 'Mill Clinic'],
    ['Office of the Rivers – 12 May 2031', 'Office of the Rivers'],
  ])('%s', (line, publisher) => {
    expect(detailsOf('# Mills', '', line, '', prose)).toMatchObject({
      publisher,
      published: { value: '2031-05-12', precision: 'day' },
    });
  });

  test('the owner of the rights publishes', () => {
    const foot = '© 2029 – 2031 Mill Watch. All rights reserved.';
    expect(detailsOf('# Mills', '', prose, '', foot).publisher).toBe('Mill Watch');
  });

  test.each([
    '© 2031 Mill Watch · Imprint',
    '© Mill Watch. Imprint & privacy',
    'Copyright © 2031 Mill Watch /',
    '© Copyright 2031 Mill Watch — Contact us — Our shop',
  ])('links at the foot are no part of the owner’s name: %s', (foot) => {
    expect(detailsOf('# Mills', '', prose, '', foot).publisher).toBe('Mill Watch');
  });

  test('the word copyright is nobody’s name', () => {
    expect(detailsOf('# Mills', '', prose, '', '© Copyright 2029–2031').publisher).toBeUndefined();
  });

  test('a place and a day, a day in a sentence and a host’s day are no imprint', () => {
    for (const line of [
      'New Lanhe, 3 May 2031',
      'On 3 May 2031 it rained.',
      'Last updated: 3 May 2031',
    ]) {
      const { publisher, published } = detailsOf('# Mills', '', line, '', prose);
      expect({ publisher, published }).toEqual({});
    }
  });
});

describe('the author', () => {
  test.each([
    ['By Rin Ito', 'Rin Ito'],
    ['By Rin Ito and Moru Tan | Lanhe Herald', 'Rin Ito and Moru Tan'],
    ['記者　沈渡', '沈渡'],
    ['文／沈渡', '沈渡'],
    ['記者沈渡／墨山報導', '沈渡'],
    ['بقلم: ليلى حداد', 'ليلى حداد'],
  ])('is named by %s', (line, author) => {
    expect(detailsOf('# Mills', '', line, '', prose).author).toBe(author);
  });

  test.each(['By the river stood a mill', 'By 2031 all had closed', '記者問賊從哪裡來'])(
    'is not named by %s',
    (line) => {
      expect(detailsOf('# Mills', '', line, '', prose).author).toBeUndefined();
    },
  );
});

test.each([
  ['Ministry of Interior Safety', 'government'],
  ['蘭河省勞動局', 'government'],
  ['United Nations Office on Kilns', 'intergovernmental'],
  ['High Court of Lanhe', 'legal'],
  ['University of Beigang', 'academic'],
  ['The Lanhe Courier', 'media'],
  ['墨山晚報', 'media'],
  ['Lanhe Mill Workers’ Union', 'ngo'],
  ['Country of Origin Information Unit', 'coi'],
  ['State Television of Haiyun', 'state-media'],
  ['Kiln Rights International', 'ingo'],
  ['R. Ito', undefined],
])('%s makes the source %s', (publisher, type) => {
  expect(detailsOf('# Mills', '', `Publisher: ${publisher}`, '', prose).sourceType).toBe(type);
});

test.each([
  ['Annual Review 2031: Haiyun', 'Annual Review', '2031', 'annual report', 'Haiyun'],
  ['2031 Bonded Labour Report: Haiyun', 'Bonded Labour Report', '2031', 'report', 'Haiyun'],
  ['River Survey 2030–31', 'River Survey', '2030–31', 'report', undefined],
  ['Press release: mills closed', undefined, undefined, 'press release', undefined],
  ['Mills in the Republic of Haiyun', undefined, undefined, undefined, 'Haiyun'],
  ['Rain on the kilns', undefined, undefined, undefined, undefined],
])('the title %s', (title, series, edition, documentType, country) => {
  const found = detailsOf(`# ${title}`, '', prose);
  expect([found.series, found.edition, found.documentType, found.country]).toEqual([
    ...[series, edition, documentType, country],
  ]);
});

test.each([
  [
    'fr',
    'Les inspecteurs ont visité les moulins de la province et ils n’ont pas été reçus par le directeur.',
  ],
  [
    'de',
    'Die Inspektoren haben die Mühlen der Provinz besucht und sind nicht von dem Direktor empfangen worden.',
  ],
  [
    'es',
    'Los inspectores visitaron los molinos de la provincia y no fueron recibidos por el director de la casa.',
  ],
  ['zh-Hant', '工人們說，護照仍鎖在工頭的鐵櫃裡，沒有人問過他們的姓名。'],
  ['zh-Hans', '工人们说，护照仍锁在工头的铁柜里，没有人问过他们的姓名。'],
  ['ar', 'زار المفتشون المصانع في الشمال ولم يتحدث إليهم أحد.'],
  ['fa', 'بازرسان از کارخانه‌های شمال دیدن کردند و کسی با آن‌ها گفتگو نکرد.'],
  ['ug', 'تەكشۈرگۈچىلەر شىمالدىكى زاۋۇتلارنى زىيارەت قىلدى.'],
  ['ru', 'Инспекторы посетили заводы на севере и не нашли там никого, кто бы с ними говорил.'],
  ['', 'Lanhe 12 | Beigang 14 | Moshan 15'],
])('the language of a text is told: %s', (language, text) => {
  expect(detailsOf(text).language ?? '').toBe(language);
});

test('an archived page has its own address beside that of the archive', () => {
  const archived = 'https://web.archive.org/web/20310503/https://mill.example/a';
  expect(detailsOf('# Mills', '', archived, '', prose)).toMatchObject({
    url: 'https://mill.example/a',
    archiveUrl: archived,
  });
});

test('every proposal has its confidence and nothing else has one, of hostile lines too', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.constantFrom(
      'Publisher',
      'Publisher: X',
      'By A B',
      '© X',
      '# T 2031: X',
      '記者',
      '| a | b |',
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const { details, confidence } = propose(...lines);
      expect(Object.keys(details)).toEqual(Object.keys(confidence));
    }),
  );
  for (const unit of [
    'Publisher',
    'By A, ',
    '© ',
    'Published by X ',
    'a | ',
    '](',
    'Date 1 May 2031 ',
  ]) {
    const { details, confidence } = propose(unit.repeat(20_000));
    expect(Object.keys(details)).toEqual(Object.keys(confidence));
  }
});

describe('dates', () => {
  test.each([
    ['12 June 2007', '2007-06-12', 'day'],
    ['Tuesday, 3rd Sept. 2019', '2019-09-03', 'day'],
    ['June 12, 2007', '2007-06-12', 'day'],
    ['2007-06-12T08:00', '2007-06-12', 'day'],
    ['June 2007', '2007-06', 'month'],
    ['2007', '2007', 'year'],
  ])('%s', (text, value, precision) => {
    expect(readDate(text)).toEqual({ value, precision });
  });

  test.each(['31 June 2007', '2007-13-01', '20070612', 'soon', ''])('%j is none', (text) => {
    expect(readDate(text)).toBeUndefined();
  });
});
