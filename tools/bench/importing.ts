// Reading on while many files are being added: the same acts of one person before and meanwhile, in the same minutes.
import type { Page } from 'playwright';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import type { SourceId } from '../../shared/evidence/ids.ts';
import { noteAct } from '../../test/support/small-locker.ts';
import { goTo, openSource } from '../demo/person.ts';
import { pressAndWatch } from './marking.ts';
import { median, p95, row, type Row } from './row.ts';

const calmRounds = 12;
const mostRounds = 60;
const scrolledFrames = 60;
/** Pixels a frame: a hand at the wheel of somebody who reads. */
const step = 40;
const actsPerRound = 4;
const longFrameMs = 50;
const ackWithinMs = 50;
const sentenceMs = 3_000;
const patientMs = 30 * 60_000;

interface Seen {
  readonly frames: number[];
  readonly acks: number[];
  readonly marks: number[];
}

/** `reading` is in the library and is read on while `files` are added. */
export async function benchImporting(
  page: Page,
  reading: string,
  files: readonly string[],
): Promise<Row[]> {
  await openSource(page, reading);
  const source = await openedSource(page, reading);
  const calm = await readOn(page, source, (round) => Promise.resolve(round < calmRounds));

  await goTo(page, 'Library');
  await page.getByLabel('Filter by words').fill('');
  const startedMs = performance.now();
  await page.getByLabel('Files to add').setInputFiles([...files]);
  const adding = page.getByText(/^adding \d+ of \d+$/);
  await adding.waitFor();
  await openSource(page, reading);
  const busy = await readOn(
    page,
    source,
    async (round) => round < mostRounds && (await adding.isVisible()),
  );
  await adding.waitFor({ state: 'hidden', timeout: patientMs });
  const tookMs = performance.now() - startedMs;
  console.error(`${files.length} files were added in ${(tookMs / 1_000).toFixed(0)} s`);
  return rowsOf(busy, calm);
}

function rowsOf(busy: Seen, calm: Seen): Row[] {
  const share = (frames: readonly number[]) =>
    (1_000 * frames.filter((ms) => ms > longFrameMs).length) / frames.length;
  const name = (what: string) => `while adding: ${what}`;
  const yardstick = 'adding nothing';
  const compared = [
    ['a frame, p95', p95(busy.frames), p95(calm.frames)],
    ['longest frame', Math.max(...busy.frames), Math.max(...calm.frames)],
    ['mark on screen, p50', median(busy.marks), median(calm.marks)],
    ['mark on screen, p95', p95(busy.marks), p95(calm.marks)],
    ['act acknowledged, p50', median(busy.acks), median(calm.acks)],
  ] as const;
  return [
    ...compared.map(([what, value, yardstickValue]) =>
      row({ name: name(what), value, unit: 'ms', yardstick, yardstickValue }),
    ),
    row({
      ...{ name: name('act acknowledged, p95'), value: p95(busy.acks), unit: 'ms' },
      ...{ yardstick, yardstickValue: p95(calm.acks) },
      goal: { of: 'value', most: ackWithinMs },
    }),
    row({
      ...{ name: name('of 1,000 frames, over 50 ms'), value: share(busy.frames), unit: 'frames' },
      ...{ yardstick, yardstickValue: share(calm.frames) },
    }),
  ];
}

/** Rounds of scrolling, marking, noting and finding, as long as `goesOn`. */
async function readOn(
  page: Page,
  source: SourceId,
  goesOn: (round: number) => Promise<boolean>,
): Promise<Seen> {
  const seen: Seen = { frames: [], acks: [], marks: [] };
  await page.locator('[data-document] canvas').first().waitFor({ timeout: patientMs });
  for (let round = 0; await goesOn(round); round++) {
    const stop = await recordFrames(page);
    await scrollOn(page);
    await goToSentence(page);
    seen.marks.push((await pressAndWatch(page, '1', true)).tookMs);
    await page.keyboard.press('a');
    await page.keyboard.type(`to be compared with table ${round}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('harvest');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    seen.acks.push(...(await actOn(page, source)));
    seen.frames.push(...(await stop()));
  }
  return seen;
}

/** The key is pressed again where it came before the document's sentences were known. */
async function goToSentence(page: Page): Promise<void> {
  const bar = page.getByRole('toolbar').first();
  for (let waited = 0; ; waited += sentenceMs) {
    await page.keyboard.press('.');
    const shown = bar.waitFor({ timeout: sentenceMs });
    if (
      await shown.then(
        () => true,
        () => false,
      )
    )
      return;
    if (waited > patientMs) throw new Error('no sentence is found');
  }
}

async function openedSource(page: Page, file: string): Promise<SourceId> {
  const source = await page.evaluate(
    async (name) => {
      const { sources } = await window.lockerDemo.readLibrary();
      return sources.find(({ original }) => original.name === name)?.id;
    },
    file.slice(file.lastIndexOf('/') + 1),
  );
  if (source === undefined) throw new Error(`not in the library: ${file}`);
  return source;
}

/** Milliseconds of each until it was on the disk, one after the other. */
async function actOn(page: Page, source: SourceId): Promise<readonly number[]> {
  const mark = await page.evaluate(
    async (source) => (await window.lockerDemo.readMarks(source)).at(-1)?.id,
    source,
  );
  if (mark === undefined) throw new Error('there is no mark to write about');
  const lists = Array.from({ length: actsPerRound }, (_, n) => [
    noteAct(source, mark, `To be compared with the table on page ${n}.`),
  ]);
  return page.evaluate((lists) => window.lockerDemo.timeActs(lists, false), lists);
}

/** From now on; what it answers ends it and gives the milliseconds of each frame. */
async function recordFrames(page: Page): Promise<() => Promise<readonly number[]>> {
  const recording = await page.evaluateHandle(() => {
    const took: number[] = [];
    let last = performance.now();
    let next = 0;
    const turn = (now: number): void => {
      took.push(now - last);
      last = now;
      next = requestAnimationFrame(turn);
    };
    next = requestAnimationFrame((now) => {
      last = now;
      next = requestAnimationFrame(turn);
    });
    return {
      stop: () => {
        cancelAnimationFrame(next);
        return took;
      },
    };
  });
  return () => recording.evaluate(({ stop }) => stop());
}

function scrollOn(page: Page): Promise<void> {
  return page.getByRole('group', { name: 'Document' }).evaluate(
    (shown, { frames, step }) =>
      new Promise<void>((resolve) => {
        let left = frames;
        const turn = (): void => {
          shown.scrollTop += step;
          if (--left > 0) requestAnimationFrame(turn);
          else resolve();
        };
        requestAnimationFrame(turn);
      }),
    { frames: scrolledFrames, step },
  );
}
