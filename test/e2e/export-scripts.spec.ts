// A report in many scripts, exported by the running program and read back by programs that know nothing of it: each word
// has to come back, in its place.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { addFiles, createLocker, exportQuotes, goTo, openSource } from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';
import { hasProgram } from '../support/peer-programs.ts';
import { RunningApp } from '../support/running-app.ts';

const passages = {
  Traditional:
    '海雲共和國外交部表示，返鄉者因污名而不願向收容所求助。2024年共有1,250人登記，灣區的龜山鄉未設收容所。',
  Simplified: '海云共和国公安部说，回国者因污名不愿向收容所求助，共有340人登记。',
  Arabic:
    'قالت الوزارة إنها تدير عشرة ملاجئ (10) على الأقل، ولم تُجب عن الأسئلة. وأضافت: «لا أحد يعلم لأنّ السجلات لا توجد»، واحتجزت 340 شخصاً خلال عام 2024 بنسبة 12.5% منهم، في مدينة Haiyun City وحدها.',
  Uyghur:
    'مىنىستىرلىق ئون پاناھلىنىش ئورنىنى باشقۇرۇۋاتقانلىقىنى، ئەمما ھېچكىمنىڭ سوئالغا جاۋاب بەرمىگەنلىكىنى ئېيتتى، 2024-يىلى 340 ئادەم تىزىملاتقان؛ ئۇلارنىڭ كۆپىنچىسى ئاياللار ئىدى.',
  Persian: 'وزارت کشور گفت که ده پناهگاه (۱۰) در شمال دارد؛ هیچ‌کس به پرسش‌ها پاسخ نداد.',
  Hebrew: 'המשרד אמר כי הוא מפעיל עשרה מקלטים (10) בצפון, ואיש לא השיב על השאלות בשנת 2024.',
  Mixed:
    'The report quotes the ministry, «قالت الوزارة إنها تدير 10 ملاجئ», and adds that 340 people (海雲) were held.',
  Emoji: 'The post read “Help us 🙏🏽 in the north 👨‍👩‍👧 now 😀” and was deleted.',
} as const;

/** Runs of letters, digits, marks and emoji; without what only steers how a line is set. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '');
  return plain.match(/[\p{L}\p{N}\p{M}\p{Extended_Pictographic}\u{1f3fb}-\u{1f3ff}]+/gu) ?? [];
}

/** Han has no blanks: there a line of the print may end anywhere. */
function missingIn(text: string, read: string): string[] {
  const found = new Set(wordsOf(read));
  const together = wordsOf(read).join('');
  return wordsOf(text).filter((word) =>
    /\p{sc=Han}/u.test(word) ? !together.includes(word) : !found.has(word),
  );
}

async function byPdfjs(bytes: Uint8Array): Promise<string> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  let text = '';
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) text += item.hasEOL ? `${item.str}\n` : item.str;
    text += '\n';
  }
  await task.destroy();
  return text;
}

test('every word of every script comes back from the exported files', async ({ place }) => {
  test.setTimeout(180_000);
  const folder = path.join(path.dirname(place.exports), 'sources');
  mkdirSync(folder);
  const running = await RunningApp.start(place, ['--demo']);
  try {
    await createLocker(running.page, () => undefined);
    const files = Object.entries(passages).map(([name, text]) => {
      const file = path.join(folder, `${name}.txt`);
      writeFileSync(file, `${text}\n`);
      return file;
    });
    await addFiles(running.page, files);
    for (const file of files) {
      await openSource(running.page, path.basename(file));
      // All its sentences in one mark.
      await running.page.keyboard.press('.');
      for (let more = 0; more < 4; more++) await running.page.keyboard.press('Shift+.');
      await running.page.keyboard.press('2');
      await expect(running.page.getByText('1 mark', { exact: true }).first()).toBeVisible();
    }
    await goTo(running.page, 'Quotes');
    await exportQuotes(running.page);
  } finally {
    await running.close();
  }
  const [made = ''] = readdirSync(place.exports);
  const pdf = path.join(place.exports, made, 'quotes.pdf');
  const read: Record<string, string> = { 'pdf.js': await byPdfjs(readFileSync(pdf)) };
  if (hasProgram('pdftotext')) {
    read['pdftotext'] = execFileSync('pdftotext', ['-enc', 'UTF-8', pdf, '-'], {
      encoding: 'utf8',
    });
  }
  if (hasProgram('soffice')) {
    const docx = path.join(place.exports, made, 'quotes.docx');
    const profile = `-env:UserInstallation=file://${folder}/office`;
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, docx],
      { timeout: 120_000 },
    );
    read['LibreOffice'] = readFileSync(path.join(folder, 'quotes.txt'), 'utf8');
  }
  for (const [reader, text] of Object.entries(read)) {
    for (const [name, passage] of Object.entries(passages)) {
      expect([reader, name, missingIn(passage, text)]).toEqual([reader, name, []]);
      expect([reader, name, wordsOf(text).join('').includes(wordsOf(passage).join(''))]).toEqual([
        reader,
        name,
        true,
      ]);
    }
  }
  if (hasProgram('qpdf')) execFileSync('qpdf', ['--check', pdf]);
});
