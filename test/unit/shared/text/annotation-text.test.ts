import { expect, test } from 'vitest';
import { annotationItems } from '../../../../shared/text/annotation-text.ts';
import { pagePrint, readPage, withBoxes } from '../../../../shared/text/pdf-page.ts';
import { buildPdfText } from '../../../../shared/text/pdf-text.ts';
import { pageView } from '../../../support/typeset.ts';

const rect = [50, 600, 250, 630];
const strings = (...annotations: Parameters<typeof annotationItems>[0]) =>
  annotationItems(annotations).map(({ str }) => str);

test('a form field is read as it shows', () => {
  expect(strings({ rect, fieldType: 'Tx', textContent: ['Haiyun', '2031'] })).toEqual([
    'Haiyun',
    '2031',
  ]);
});

test('a field without an appearance is read by its value, a text box by its contents', () => {
  expect(
    strings(
      { rect, fieldType: 'Tx', fieldValue: 'first\r\nsecond' },
      { rect, fieldType: 'Ch', fieldValue: ['one', 2] },
      { rect, subtype: 'FreeText', contentsObj: { str: 'third' } },
      { rect, subtype: 'Link', contentsObj: { str: 'not shown' } },
    ),
  ).toEqual(['first', 'second', 'one', 'third']);
});

test('a password is never read', () => {
  expect(strings({ rect, fieldType: 'Tx', fieldValue: 'secret', password: true })).toEqual([]);
});

test('damaged annotations lose their place, not their text', () => {
  expect(strings({ textContent: ['here'] }, { rect: ['x', null], textContent: ['there'] })).toEqual(
    ['here', 'there'],
  );
});

test('boxes are part of the text and no part of the page’s print', () => {
  const content = { items: [], styles: {} };
  const boxes = annotationItems([{ rect, textContent: ['In a box'] }]);
  const bare = readPage(0, pageView, content);
  const page = withBoxes(bare, boxes);
  expect(buildPdfText([page]).text).toBe('In a box');
  expect(pagePrint(page)).toBe(pagePrint(bare));
});
