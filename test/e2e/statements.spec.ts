// What a source does not mention: stated on its panel, held against its text, and told by every export that has prose, also
// where it does not hold.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import { unzipSync } from 'fflate';
import { addFiles, createLocker, exportQuotes, goTo } from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';
import { hasProgram } from '../support/peer-programs.ts';
import { RunningApp } from '../support/running-app.ts';

const text =
  'The ferries of Haiyun did not run in the winter of that year.\n\nTwo ferries were sold, and a third sank at its landing stage.\n';
/** No font has it. */
const signature = 'The seal of the office is \u{10600}, and nobody could read it aloud that day.';

test('what a source does not mention is stated, held against its text, and exported', async ({
  place,
}) => {
  const folder = path.join(path.dirname(place.exports), 'sources');
  mkdirSync(folder);
  const file = path.join(folder, 'ferries.txt');
  writeFileSync(file, `${text}\n${signature}\n`);
  const running = await RunningApp.start(place, ['--demo']);
  const { page } = running;
  try {
    await createLocker(page, () => undefined);
    await addFiles(page, [file]);
    await page.getByRole('table', { name: 'Sources' }).getByRole('row').nth(1).click();
    const section = page.getByRole('region', { name: 'Does not mention' });
    const state = async (words: string) => {
      await section.getByRole('textbox', { name: 'Does not mention' }).fill(words);
      await section.getByRole('button', { name: 'State it' }).click();
    };
    await state('strike, picket');
    await expect(section.getByRole('listitem').first()).toContainText('strike, picket');
    await state('landing stage');
    await expect(section.getByRole('button', { name: 'Take it back' })).toHaveCount(2);
    await state('winter');
    const winter = section.locator('li', { hasText: 'Does not mention winter' });
    await expect(winter).toHaveCount(1);
    await winter.getByRole('button', { name: 'Take it back' }).click();
    await expect(winter).toHaveCount(0);
    await expect(section.getByRole('button', { name: 'Take it back' })).toHaveCount(2);

    await page.evaluate(async (signature) => {
      const { readLibrary, makeTag, markPassage } = window.lockerDemo;
      const [source] = (await readLibrary()).sources;
      const tag = await makeTag('ferries');
      if (source !== undefined) await markPassage(source.id, signature, tag, '');
    }, signature);
    await goTo(page, 'Quotes');
    await exportQuotes(page);
    await expect(
      page.getByText(/The PDF could not draw these characters: .*U\+10600/),
    ).toBeVisible();

    const [made = ''] = readdirSync(place.exports);
    const read = (name: string) => readFileSync(path.join(place.exports, made, name));
    const docx = unzipSync(new Uint8Array(read('quotes.docx')))['word/document.xml'];
    const files: Record<string, string> = {
      html: read('quotes.html').toString(),
      markdown: read('quotes.md').toString(),
      json: read('quotes.json').toString(),
      word: new TextDecoder().decode(docx),
      ...(hasProgram('pdftotext') && {
        pdf: pdfText(path.join(place.exports, made, 'quotes.pdf')),
      }),
    };
    for (const [format, content] of Object.entries(files)) {
      for (const term of ['strike', 'picket', 'landing stage']) {
        expect.soft(content, `${format}: ${term}`).toContain(term);
      }
      expect.soft(content, format).not.toContain('winter”');
      if (format === 'json') continue;
      expect.soft(content, format).toMatch(/Does not mention “strike”,\s“picket”/);
      expect.soft(content, format).toMatch(/Mentions “landing\sstage” after\sall, in\s1\splace/);
    }
    expect.soft(files['word']).toContain('\u{10600}');
    if (files['pdf'] !== undefined)
      expect.soft(files['pdf']).toMatch(/No font could draw[^]*U\+10600/);
  } finally {
    await running.close();
  }
});

function pdfText(file: string): string {
  return execFileSync('pdftotext', ['-raw', file, '-']).toString();
}
