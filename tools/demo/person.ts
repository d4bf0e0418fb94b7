// What a person does on the screens, for the demo. Everything is found as a screen reader would find it.
import type { Page } from 'playwright';

const patientMs = 2 * 60 * 60 * 1000;

/** Creates a locker with an offered passphrase, or one's own, and answers it. `onPassphrase` hears it before anything is written. */
export async function createLocker(
  page: Page,
  onPassphrase: (passphrase: string) => void,
  own: { readonly person?: string; readonly passphrase?: string } = {},
): Promise<string> {
  await page.getByLabel('Your name or a pseudonym').fill(own.person ?? 'A. Demo');
  await page.getByRole('button', { name: 'Go on' }).click();
  const passphrase = own.passphrase ?? (await takeOffered(page));
  onPassphrase(passphrase);
  if (own.passphrase !== undefined) {
    await page.getByLabel('Passphrase', { exact: true }).focus();
    await page.keyboard.type(passphrase);
  }
  await page.getByLabel('The same again').focus();
  await page.keyboard.type(passphrase);
  await page.getByRole('button', { name: 'Create the locker' }).click();
  const groups = page.getByLabel('Recovery key').locator('span');
  await groups.first().waitFor(); // the key is stretched for a second or two
  const recoveryKey = (await groups.allInnerTexts()).join('');
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByRole('textbox', { name: 'Recovery key' }).focus();
  await page.keyboard.type(recoveryKey);
  await page.getByRole('button', { name: 'Open the locker' }).click();
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor();
  return passphrase;
}

async function takeOffered(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Offer six words' }).click();
  return (await page.getByRole('status').locator('p').first().innerText()).trim();
}

export async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase').focus();
  await page.keyboard.type(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor();
}

/** Adds files and waits until each has its result. */
export async function addFiles(page: Page, paths: readonly string[]): Promise<void> {
  await goTo(page, 'Library');
  await page.getByLabel('Files to add').setInputFiles([...paths]);
  const finished = page.getByRole('button', { name: 'Put away' });
  await finished.waitFor({ timeout: patientMs });
  await finished.click();
}

export async function goTo(
  page: Page,
  room: 'Library' | 'Quotes' | 'Check a report' | 'Safekeeping' | 'Settings' | 'Trash',
): Promise<void> {
  const rooms = page.getByRole('navigation', { name: 'Rooms' });
  await rooms.getByRole('button', { name: room }).click();
}

/** The page may be gone before the keys are up again; whoever locks waits for the one that comes after it. */
export async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Control+l').catch(() => undefined);
}

/** Opens a source by its file name and waits for its margin. */
export async function openSource(page: Page, file: string): Promise<void> {
  await goTo(page, 'Library');
  await page.getByLabel('Filter by words').fill(file.slice(file.lastIndexOf('/') + 1));
  await page.getByRole('table', { name: 'Sources' }).getByRole('row').nth(1).click();
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await page.getByRole('complementary', { name: 'Marks' }).waitFor();
}

export async function searchFor(page: Page, query: string): Promise<void> {
  await page.getByLabel('Search marks').fill(query);
}

export async function exportQuotes(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Export \d+ quote/ }).click();
  await page.getByRole('list', { name: 'Exported files' }).waitFor({ timeout: patientMs });
}
