// The rows that need the program itself, headless, in a locker of its own with one PDF.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import { RunningApp } from '../../test/support/running-app.ts';
import { addFiles, createLocker, goTo } from '../demo/person.ts';
import { benchActs, benchBurst } from './acts.ts';
import { benchFirstPage, openOnlySource } from './first-page.ts';
import { benchMarking } from './marking.ts';
import type { Row } from './row.ts';

const leastWords = 8;

/** `folder` gets the locker and the profile. */
export async function benchApp(folder: string, pdf: string): Promise<Row[]> {
  const place = {
    locker: path.join(folder, 'locker'),
    profile: path.join(folder, 'profile'),
    exports: path.join(folder, 'exports'),
  };
  mkdirSync(place.exports, { recursive: true });
  const running = await RunningApp.start(place, ['--demo']);
  try {
    const passphrase = await createLocker(running.page, () => undefined);
    await addFiles(running.page, [pdf]);
    const mark = await running.page.evaluate(async (leastWords) => {
      const [source] = (await window.lockerDemo.readLibrary()).sources;
      if (source === undefined) return null;
      const tag = await window.lockerDemo.makeTag('bench');
      return window.lockerDemo.markFirstSentence(source.id, leastWords, tag, '');
    }, leastWords);
    if (mark === null) throw new Error(`no sentence of ${leastWords} words to mark: ${pdf}`);

    const acting = { page: running.page, locker: place.locker, mark };
    const acts = await benchActs(acting);
    const burst = await benchBurst(acting);
    await openOnlySource(running.page);
    const marking = await benchMarking(running.page);
    await goTo(running.page, 'Library');
    const firstPage = await benchFirstPage({ running, passphrase, source: mark.source });
    return [...acts, ...burst, ...marking, ...firstPage];
  } finally {
    await running.close();
  }
}
