import { describe, expect, test } from 'vitest';
import { findBoilerplate } from '../../../../shared/text/boilerplate.ts';

const boilerplateOf = (...lines: string[]) => {
  const text = lines.join('\n');
  return findBoilerplate(text, []).map(({ start, end }) => text.slice(start, end));
};
const prose =
  'The inspectors of the northern provinces visited the mills along the river, and nobody there would speak to them of wages.';

describe('lines of a saved page that are its furniture', () => {
  test.each([
    'Home > Opinion > Letters from the quay',
    '[Home](#) > ... > [Haiyun](#)',
    '首頁 > 社會 > 河岸專題',
    'الرئيسية > أخبار > الميناء',
    'About us | Contact | Imprint',
    'Tags: mills, rivers; wages',
    '0 Comments',
    '0 則留言',
    '3 تعليقات',
    'Share this page',
    '© 2031 Mill Watch. All rights reserved.',
    '版权所有 蓝河早报',
    'Questions? Click here and we shall write back!',
    '---',
  ])('%s', (line) => {
    expect(boilerplateOf(prose, line, prose)).toEqual([line]);
  });

  test('are also short names and links below the first of several such lines', () => {
    const foot = [
      '## Tags',
      '[Mills](#)',
      '[Rivers](#)',
      'White Lantern',
      'Archives',
      '[Rules](#)',
    ];
    expect(boilerplateOf('# Mills', prose, ...foot)).toEqual(foot);
  });

  test('are the links of a menu above everything', () => {
    const menu = ['[Home](#)', '[Reports](#)', '[Contact](#)'];
    expect(boilerplateOf(...menu, '# Mills', prose)).toEqual(menu);
  });
});

describe('what is no furniture', () => {
  test.each([
    [
      'notes below a line for comments',
      [prose, '0 Comments', 'Notes', '1 Act of 2031.', '2 Same.'],
    ],
    ['a signature', [prose, 'Yours faithfully', 'Rin Ito', 'Beigang, 3 May 2031']],
    ['a list of names', [prose, 'Rin Ito', 'Moru Tan', 'Ada Sen', 'Lo Wei', 'Kim Dar']],
    ['one link in the text', [prose, '[The law](https://example.org/law)', prose]],
    ['a comparison', [prose, 'Wages > costs > fines, in that order', prose]],
    ['a sentence about a home', ['Home is where he is waiting > she said.', prose]],
    ['a heading of search', ['Search of the houses', prose, 'Search and seizure were lawful.']],
    ['rows of a table', ['| Province | Houses | Places |', '| Lanhe | 2 | 46 |']],
    ['a short text of short lines', ['Rain', 'Snow', 'Sun', 'It rained.', 'It snowed.']],
  ])('%s', (_, lines) => {
    const found = boilerplateOf(...lines).filter((line) => line !== '0 Comments');
    expect(found).toEqual([]);
  });
});

test('a page of nothing but a breadcrumb, a title and short sentences keeps its sentences', () => {
  const lines = [
    'Home > News',
    'Rain',
    'It rained on the kilns for a week and a day.',
    'It stopped.',
  ];
  const foot = ['0 Comments', 'Share', '© 2031 Mill Watch'];
  expect(boilerplateOf(...lines, ...foot)).toEqual(['Home > News', ...foot]);
});
