// The recovery key as a sheet of paper: printed by the page like an export, and saved where the person says. It holds the
// key and what it is for; nothing of a person, of the locker's name or of what is in it.
import type { Bytes } from '../../shared/bytes.ts';
import { element, type ElementNode } from '../../shared/export/element.ts';
import type { Printed } from '../../shared/export/pdf.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { AppBridge } from '../app/bridge-context.ts';
import { saveExport } from '../bridge/save-export.ts';
import { groupsOf } from '../lock/key-groups.ts';

const groupsInRow = 7;

/** Answers the name of the new folder the sheet lies in. */
export async function saveRecoverySheet(
  { ask }: AppBridge,
  recoveryKey: string,
  madeAt: number,
): Promise<Result<{ readonly folder: string }>> {
  const { printElement } = await import('../export/print.ts');
  const printed = await printElement(sheetElements(recoveryKey, madeAt), () =>
    ask('export:print', null),
  );
  if (!printed.ok) return printed;
  const bytes = await finish(printed.value, madeAt);
  const saved = await saveExport('Recovery sheet', [{ name: 'recovery-sheet.pdf', bytes }], ask);
  return saved.ok ? ok({ folder: saved.value.folder }) : saved;
}

/** The browser's traces go, and the moment becomes the day: a sheet needs no more. */
async function finish(printed: Printed, madeAt: number): Promise<Bytes> {
  const { finishPdf } = await import('../../shared/export/pdf.ts');
  const day = Date.parse(new Date(madeAt).toISOString().slice(0, 10));
  return finishPdf(printed, { title: 'Recovery key', generatedAt: day, appVersion: '' });
}

function sheetElements(recoveryKey: string, madeAt: number): ElementNode {
  const groups = groupsOf(recoveryKey);
  const rows = Array.from({ length: Math.ceil(groups.length / groupsInRow) }, (_, row) =>
    groups.slice(row * groupsInRow, (row + 1) * groupsInRow),
  );
  const line = (label: string) =>
    element('p', { class: 'line' }, `${label}: `, element('span', { class: 'rule' }));
  return element(
    'main',
    { class: 'sheet', dir: 'ltr' },
    element('h1', {}, 'Recovery key'),
    element('p', { class: 'lead' }, `Evidence Locker · made on ${dayOf(madeAt)}`),
    element(
      'p',
      {},
      'This key opens the locker when the passphrase is forgotten. Whoever has this sheet and the locker’s folder can read everything in it.',
    ),
    element(
      'table',
      { class: 'key' },
      ...rows.map((row) => element('tr', {}, ...row.map((group) => element('td', {}, group)))),
    ),
    element(
      'p',
      {},
      'To use it: start Evidence Locker, choose “Use the recovery key” and type the groups in rows, from left to right. Spaces, hyphens and capitals do not matter. There is no letter I, L, O or U in it: what looks like one is a 1 or a 0.',
    ),
    element('h2', {}, 'Keep it'),
    element(
      'ul',
      {},
      element('li', {}, 'Where you would keep a passport, and not beside the computer or stick.'),
      element('li', {}, 'On paper only: delete the file this was printed from, also from the bin.'),
      element('li', {}, 'Check it now and then: “Keys and people”, “Check a recovery key”.'),
      element(
        'li',
        {},
        'When the key is replaced, this sheet opens older copies only. Destroy it.',
      ),
    ),
    element('h2', {}, 'By hand'),
    ...['For', 'Kept at', 'Checked on', 'Checked on'].map(line),
  );
}

/** In one language, whatever the machine speaks: the sheet is read by whoever finds it. */
function dayOf(at: number): string {
  return new Date(at).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
