// A Word document and a mail with two attachments, in the running program: added, read, marked, found and exported; the words
// that were marked are the words that come back.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import { addFiles, createLocker, exportQuotes, goTo, openSource } from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';
import { numberingPart, packDocx, paragraph, run, wordNamespace } from '../support/made-up-docx.ts';
import { attachedPart, madeMail, multipart, textPart } from '../support/made-up-mail.ts';
import { RunningApp } from '../support/running-app.ts';

const said = {
  document: 'The ministry closed ten shelters in the northern province during that winter.',
  mail: 'Our visitors found the doors locked on every day of that week in March.',
  note: 'Nobody at the office answered the letters that were sent to it in spring.',
  list: 'Three of the women on this list have not been seen since the autumn.',
};

const numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`;
const report = packDocx(
  [
    paragraph(numbered, run(said.document)),
    paragraph(run('Two reports say so.'), '<w:r><w:footnoteReference w:id="1"/></w:r>'),
    `<w:tbl><w:tr>${cell('Year')}${cell('Shelters')}</w:tr><w:tr>${cell('2025')}${cell('41')}</w:tr></w:tbl>`,
  ].join(''),
  {
    'word/numbering.xml': numberingPart,
    'word/footnotes.xml': `<w:footnotes xmlns:w="${wordNamespace}"><w:footnote w:id="1">${paragraph(run('Delta Watch, page 4'))}</w:footnote></w:footnotes>`,
  },
);
const mail = madeMail(
  'Shelters in March',
  multipart('mixed', [
    textPart(said.mail),
    attachedPart('letters.txt', said.note, 'text/plain'),
    attachedPart('list.docx', packDocx(paragraph(run(said.list)))),
  ]),
);

test('a Word document and a mail with its attachments are read, marked, found and exported', async ({
  place,
}) => {
  const folder = path.join(path.dirname(place.exports), 'sources');
  mkdirSync(folder);
  const files = ['report.docx', 'visit.eml'].map((name) => path.join(folder, name));
  writeFileSync(files[0] ?? '', report);
  writeFileSync(files[1] ?? '', mail);
  const running = await RunningApp.start(place, ['--demo']);
  const { page } = running;
  try {
    await createLocker(page, () => undefined);
    await goTo(page, 'Library');
    await page.getByLabel('Files to add').setInputFiles(files);
    const adding = page.getByRole('region', { name: 'Adding sources' });
    await expect(adding.getByText('4 added')).toBeVisible();
    const attached = adding.getByRole('list', { name: 'Attached to visit.eml' });
    await expect(attached.getByRole('listitem')).toHaveCount(2);
    await attached.getByRole('button', { name: 'Show' }).first().click();

    // From the attachment to its mail, and back by the list of its attachments.
    const attachments = page.getByRole('region', { name: 'Attachments' });
    await attachments.getByRole('button', { name: 'Shelters in March' }).click();
    await expect(attachments.getByText('2 attachments')).toBeVisible();
    await attachments.getByRole('button', { name: 'list.docx' }).click();
    await expect(attachments.getByText('Attached to')).toBeVisible();
    await adding.getByRole('button', { name: 'Put away' }).click();
    await addFiles(page, files);
    await expect(page.getByText('4 sources in the locker')).toBeVisible();

    const marks = await page.evaluate(async (wanted) => {
      const { readLibrary, makeTag, markFirstSentence } = window.lockerDemo;
      const tag = await makeTag('shelter');
      const made: string[] = [];
      for (const { id } of (await readLibrary()).sources) {
        const mark = await markFirstSentence(id, 10, tag, '');
        if (mark !== null) made.push(mark.anchor.exact);
      }
      return wanted.map((text) => made.find((exact) => exact.includes(text.slice(0, 20))) ?? '');
    }, Object.values(said));
    expect(marks).toEqual(Object.values(said));
    const hits = await page.evaluate(() => window.lockerDemo.search('doors locked'));
    expect(hits.hits.length).toBeGreaterThan(0);

    await openSource(page, 'report.docx');
    await expect(page.getByText(said.document).first()).toBeVisible();
    await expect(page.getByText('Delta Watch, page 4')).toBeVisible();
    await expect(page.getByText(/2025\s*41|^41$/)).toBeVisible();

    await goTo(page, 'Quotes');
    await exportQuotes(page);
    const [made = ''] = readdirSync(place.exports);
    const csv = readFileSync(path.join(place.exports, made, 'quotes.csv'), 'utf8');
    for (const text of Object.values(said)) expect(csv).toContain(text);
  } finally {
    await running.close();
  }
});
