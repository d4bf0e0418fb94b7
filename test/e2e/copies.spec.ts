// A locker is a folder: it opens without the profile it was made with, and copies of it that went on apart become one
// again by copying them over each other.
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import { addFiles, createLocker, unlock } from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';
import { RunningApp, type Place } from '../support/running-app.ts';

const sample = path.resolve(import.meta.dirname, '../../assets/sample/sources/shelter-visits.txt');

/** Opens the locker of a place, marks its one source with a note, and ends the program. */
async function markIn(place: Place, passphrase: string, note: string): Promise<void> {
  const running = await RunningApp.start(place, ['--demo']);
  await unlock(running.page, passphrase);
  await running.page.evaluate(async (text) => {
    const [source] = (await window.lockerDemo.readLibrary()).sources;
    const tag = await window.lockerDemo.makeTag(text);
    if (source !== undefined) await window.lockerDemo.markFirstSentence(source.id, 8, tag, text);
  }, note);
  await running.close();
}

async function readNotes(place: Place, passphrase: string): Promise<string[]> {
  const running = await RunningApp.start(place, ['--demo']);
  await unlock(running.page, passphrase);
  const notes = await running.page.evaluate(async () => {
    const [source] = (await window.lockerDemo.readLibrary()).sources;
    const marks = source === undefined ? [] : await window.lockerDemo.readMarks(source.id);
    return marks.map(({ note }) => note);
  });
  await running.close();
  return notes.sort();
}

test('copies that went on apart hold the work of both, without the profiles they were made with', async ({
  place,
}) => {
  test.setTimeout(240_000);
  const first = await RunningApp.start(place, ['--demo']);
  const passphrase = await createLocker(first.page, () => undefined);
  await addFiles(first.page, [sample]);
  await first.close();

  const [a, b] = ['a', 'b'].map((name) => ({
    locker: `${place.locker}-${name}`,
    profile: `${place.profile}-${name}`,
    exports: place.exports,
  }));
  if (a === undefined || b === undefined) throw new Error('no places');
  for (const copy of [a, b]) cpSync(place.locker, copy.locker, { recursive: true });
  rmSync(place.profile, { recursive: true });

  await markIn(a, passphrase, 'seen by the first');
  await markIn(b, passphrase, 'seen by the second');
  cpSync(a.locker, b.locker, { recursive: true });
  cpSync(b.locker, a.locker, { recursive: true });

  const both = ['seen by the first', 'seen by the second'];
  expect(await readNotes(a, passphrase)).toEqual(both);
  rmSync(b.profile, { recursive: true });
  expect(await readNotes(b, passphrase)).toEqual(both);
});
