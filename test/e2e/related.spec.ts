// A source beside its other versions, editions and languages, in the running program.
import path from 'node:path';
import type { Page } from 'playwright';
import { addFiles, createLocker, goTo, openSource } from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';

const sources = path.resolve(import.meta.dirname, '../../assets/sample/sources');
const older = path.join(sources, 'annual-monitor-2024.txt');
const newer = path.join(sources, 'annual-monitor-2025.txt');

/** From sentence to sentence, as somebody without a mouse, until one is heard. */
async function walkTo(page: Page, words: string): Promise<void> {
  const heard = page.locator('[aria-live="polite"]', { hasText: words });
  for (let i = 0; i < 30 && (await heard.count()) === 0; i++) {
    await page.keyboard.press('.');
    await page.waitForTimeout(50);
  }
  await expect(heard).toHaveCount(1);
}

test('a newer file is reported before it counts; what differs waits in the margin; undo takes all of it back', async ({
  locker,
}) => {
  const { page } = locker;
  await createLocker(page, () => undefined);
  await addFiles(page, [older]);
  await openSource(page, 'annual-monitor-2024.txt');
  const margin = page.getByRole('complementary', { name: 'Marks' });
  await walkTo(page, 'For the sixth consecutive year');
  await page.keyboard.press('1');
  await expect(margin.getByRole('button', { name: /sixth consecutive year/ })).toBeVisible();
  await goTo(page, 'Library');
  await page.getByRole('table', { name: 'Sources' }).getByRole('row').nth(1).click();
  await page.getByLabel('Newer file of this source').setInputFiles(newer);

  const report = page.getByRole('dialog', { name: 'Replace by this file?' });
  await expect(report.getByRole('list', { name: 'Marks and quotes' })).toContainText('changed');
  await expect(report).toContainText('was sixth, now seventh');
  await report.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Version' })).toContainText(
    'annual-monitor-2024.txt',
  );

  await page.getByRole('button', { name: 'Read', exact: true }).click();
  const waiting = margin.getByRole('region', { name: 'Marks that need a look' });
  await expect(waiting).toContainText('sixth consecutive year');
  await waiting.getByRole('button', { name: 'Place it there' }).first().click();
  await expect(margin.getByRole('button', { name: /seventh consecutive year/ })).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(waiting).toContainText('sixth consecutive year');
  await page.keyboard.press('Control+z');
  await expect(waiting).toBeHidden();
  await expect(margin.getByRole('button', { name: /sixth consecutive year/ })).toBeVisible();
});

test('an edition is proposed, confirmed, and told of a quote; its translation and what it leaves out are checked', async ({
  locker,
}) => {
  const { page } = locker;
  await createLocker(page, () => undefined);
  await addFiles(page, [older, newer]);
  await page
    .getByRole('table', { name: 'Sources' })
    .getByRole('row')
    .filter({ hasText: 'annual-monitor-2025' })
    .click();
  const relations = page.getByRole('region', { name: 'Copies and editions' });
  await expect(relations).toContainText('looks like another edition of');
  await relations.getByRole('button', { name: 'An edition' }).click();
  await expect(relations.getByRole('button', { name: 'Take apart' })).toBeVisible();
  await expect(page.getByText('+ 1 edition').first()).toBeVisible();

  // Two rows that are chosen are read side by side.
  for (const name of ['2024', '2025']) {
    await page.getByRole('checkbox', { name: new RegExp(`^Choose .*${name}`) }).click();
  }
  await page.getByRole('button', { name: 'Read side by side' }).click();
  await expect(page.locator('[data-pane]')).toHaveCount(2);
  await page.keyboard.press('Alt+ArrowLeft');
  await page
    .getByRole('table', { name: 'Sources' })
    .getByRole('row')
    .filter({ hasText: 'annual-monitor-2025' })
    .click();

  const silence = page.getByRole('region', { name: 'Does not mention' });
  await silence.getByRole('textbox').fill('lighthouse keepers');
  await silence.getByRole('textbox').press('Enter');
  await expect(silence).toContainText('not in the text');
  await silence.getByRole('textbox').fill('railway workers');
  await silence.getByRole('textbox').press('Enter');
  await expect(silence).toContainText('contradicted: 1 place');
  await expect(silence).toContainText('mentioned: 1 place');

  await openSource(page, 'annual-monitor-2025.txt');
  await walkTo(page, 'For the seventh consecutive year');
  await page.keyboard.press('1');
  await expect(page.getByRole('button', { name: /seventh consecutive year/ })).toBeVisible();
  await page.keyboard.press('q');
  const beside = page.getByRole('region', { name: 'In other sources' });
  await expect(beside).toContainText('1 word differs (a number differs)');
  await expect(beside).toContainText('here seventh, there sixth');

  // Both are opened at the passage, and it is pointed out in both.
  await beside.getByRole('button', { name: 'Open beside' }).click();
  await expect(page.locator('[data-pane="0"] path[class*="flash"]')).toBeVisible();
  await expect(page.locator('[data-pane="1"] path[class*="flash"]')).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');

  await page.getByRole('button', { name: 'Write a translation…' }).click();
  const writing = page.getByRole('dialog', { name: 'Original and translation' });
  await writing
    .getByRole('textbox', { name: 'Translation' })
    .fill('[...] Die Regierung schwieg das siebte Jahr, seit 1999.');
  await expect(writing).toContainText('gaps: 1 in the translation, 0 here');
  await writing.getByLabel('The translator is').fill('a German native speaker');
  await writing.getByRole('button', { name: 'Save the translation' }).click();
  await expect(page.getByRole('region', { name: 'Translation' })).toContainText(
    '(Own translation. The translator is a German native speaker.)',
  );
});
