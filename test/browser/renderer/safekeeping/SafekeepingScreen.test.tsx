import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { App } from '../../../../renderer/app/App.tsx';
import type {
  BackupView,
  CheckView,
  Finding,
  SafekeepingAct,
  SafekeepingView,
} from '../../../../renderer/vault/calls/safekeeping.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { importedAct } from '../../../support/library.ts';
import { MemoryVault, testPerson } from '../../../support/memory-vault.ts';
import { putAway, recordBridge, show } from '../../../support/showing.tsx';

const at = Date.UTC(2026, 10, 22, 14, 2);
const never: SafekeepingView = {
  running: null,
  check: null,
  backedUp: null,
  backupDue: false,
  harmed: 0,
  idle: { done: 0, total: 424 },
};
const findings: readonly Finding[] = [
  {
    kind: 'damaged',
    what: 'The text of “Lantern Street Network” is damaged',
    means: 'It cannot be opened in the reader. Its marks are kept, with their words.',
    todo: 'Bring it back from a backup.',
    source: importedAct(1, 'em.pdf').subject.slice('source/'.length) as never,
  },
  {
    kind: 'damaged',
    at: at - 90_000_000,
    what: 'The record of a session of R. Ito is damaged',
    means: 'One or more of its acts cannot be trusted and are left out. Its other acts are used.',
    todo: 'Bring it back from a backup.',
  },
  {
    kind: 'not-arrived',
    what: 'A file of keys has not arrived',
    means: 'Sources and marks that were sealed under these keys cannot be read.',
    todo: 'If the folder is being synchronised, wait until all of it has arrived.',
  },
  {
    kind: 'stray',
    what: 'One file is not part of this locker’s record',
    means: 'It was left by an import that was given up, or put there. It is never opened.',
    todo: 'Nothing.',
  },
];
const wholeCheck: CheckView = { at, sources: 212, files: 424, frames: 3181, findings: [] };
const made: BackupView = {
  ...{ at, sources: 212, copied: 9, copiedBytes: 9_000_000, bytes: 812_000_000 },
  ...{ isVerified: true, lackingActs: 0, findings: [] },
};
const copying: SafekeepingAct = { act: 'backup', stage: 'copying', done: 120, total: 424 };

function start(view: Partial<SafekeepingView> = {}, answers: Answers = {}): MemoryVault {
  const vault = new MemoryVault({
    'locker:look': () => ok({ kind: 'open', person: testPerson }),
    'safekeeping:read': () => ok({ ...never, ...view }),
    ...answers,
  });
  vault.record([importedAct(1, 'em.pdf')]);
  const startExtractor = () => Promise.reject(new Error());
  show(<App vault={vault} bridge={recordBridge()} startExtractor={startExtractor} />);
  return vault;
}

type Answers = NonNullable<ConstructorParameters<typeof MemoryVault>[0]>;
const button = (name: string) => page.getByRole('button', { name });
const text = (words: string | RegExp) => expect.element(page.getByText(words)).toBeVisible();

async function open(view?: Partial<SafekeepingView>, answers?: Answers): Promise<MemoryVault> {
  const vault = start(view, answers);
  await button('Safekeeping').click();
  await expect.element(page.getByRole('heading', { name: 'Check the locker' })).toBeVisible();
  return vault;
}

beforeEach(() => {
  localStorage.clear();
});
afterEach(putAway);

const states: readonly { readonly name: string; readonly show: () => Promise<unknown> }[] = [
  {
    name: 'never backed up',
    show: async () => {
      await open({ backupDue: true });
      await text(/There is no backup yet/);
      await text(/looks at one file after the other/);
    },
  },
  {
    name: 'progress',
    show: async () => {
      await open({ running: copying });
      await text('Copying, 120 of 424');
      await expect.element(button('Check everything')).toBeDisabled();
    },
  },
  {
    name: 'verified',
    show: async () => {
      await open(
        { check: wholeCheck, backedUp: { at, files: 430, bytes: 812_000_000 } },
        { 'backup:run': () => ok(made) },
      );
      await button('Back up…').click();
      await text(/212 sources, all verified; 9 files copied/);
    },
  },
  {
    name: 'findings',
    show: async () => {
      const check = { ...wholeCheck, findings };
      await open({ check, harmed: 1, backedUp: { at, files: 430, bytes: 812_000_000 } });
      await text(/2 things are not whole; the rest can be used/);
      await text('The record of a session of R. Ito is damaged');
    },
  },
  {
    name: 'refused',
    show: async () => {
      await open({}, { 'backup:run': () => fail('backup-of-another') });
      await button('Back up…').click();
      await text(/This folder holds another locker/);
    },
  },
];

describe.each(['light', 'dark'])('in %s', (theme) => {
  test.each(states)('axe finds nothing wrong with: $name', async (state) => {
    localStorage.setItem('preferences', JSON.stringify({ theme }));
    await page.viewport(1280, 800);
    await state.show();
    const { violations } = await axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) }))).toEqual(
      [],
    );
  });
});

test('tells how far it is, and stops when asked', async () => {
  const asked: string[] = [];
  const vault = await open(
    { running: copying },
    {
      'safekeeping:stop': () => {
        asked.push('stop');
        return ok(null);
      },
    },
  );
  await expect
    .element(page.getByRole('progressbar', { name: 'Copying, 120 of 424' }))
    .toHaveAttribute('value', '120');
  await button('Stop').click();
  expect(asked).toEqual(['stop']);
  vault.tell({ kind: 'progress', running: { ...copying, stage: 'verifying', done: 7 } });
  await text('Opening and comparing every file, 7 of 424');
});

test('a backup that is not whole does not count, and says what is wrong with it', async () => {
  await open(
    {},
    {
      'backup:run': () =>
        ok({ ...made, isVerified: false, lackingActs: 2, findings: findings.slice(0, 1) }),
    },
  );
  await button('Back up…').click();
  await text(/does not count as verified. 2 saved acts could not be found in it/);
  const found = page.getByRole('list', { name: 'Found in the backup' });
  await expect.element(found.getByText(/Lantern Street Network/)).toBeVisible();
  await found.getByRole('button', { name: 'Show the source' }).click();
  await expect.element(page.getByRole('table', { name: 'Sources' })).toBeVisible();
});

test('says what was brought back, and what could not be', async () => {
  const check = { ...wholeCheck, findings: findings.slice(1, 2) };
  await open({}, { 'backup:bring-back': () => ok({ brought: 3, check }) });
  await button('Bring back…').click();
  await text(/3 files brought back. 1 thing could not be mended from it/);
});

describe('the status line', () => {
  const notice = (words: RegExp) =>
    page.getByRole('contentinfo').getByRole('button', { name: words });

  test('says when a source is not whole, and leads to the check', async () => {
    start({ harmed: 2, backupDue: true });
    await notice(/2 sources not whole/).click();
    await expect.element(page.getByRole('heading', { name: 'Safekeeping' })).toBeVisible();
  });

  test('reminds of a backup that is old', async () => {
    start({ backupDue: true, backedUp: { at: Date.UTC(2026, 8, 1, 12), files: 1, bytes: 1 } });
    await expect.element(notice(/last backup .*2026/)).toBeVisible();
  });

  test('says nothing where all is well', async () => {
    start({ backedUp: { at, files: 1, bytes: 1 } });
    await text('no network');
    expect(notice(/backup|whole/).elements()).toEqual([]);
  });
});

test('a copy says how it is opened, and one that could not be made says why', async () => {
  let answer: ReturnType<NonNullable<Answers['locker:copy']>> = fail('place-not-empty');
  start({}, { 'locker:copy': () => answer });
  await button('Safekeeping').click();
  await button('Copy this locker to…').click();
  await text('This folder is not empty.');
  answer = ok(made);
  await button('Copy this locker to…').click();
  await text(/^Copied: 212 sources, all verified\. It opens with the same passphrases/);
  answer = ok({ ...made, isVerified: false, lackingActs: 2, findings });
  await button('Copy this locker to…').click();
  await text(/not all of it is whole\. 2 saved acts could not be found in it/);
  await expect.element(page.getByRole('list', { name: 'Found in the copy' })).toBeVisible();
});
