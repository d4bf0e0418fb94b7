// The path of an export of acts, in order: read → name → build → save → record.
import { utf8, toHex, type Bytes } from '../../shared/bytes.ts';
import type { ActivityFilter } from '../../shared/activity/filter.ts';
import type { Person } from '../../shared/evidence/person.ts';
import { activityCsv, activityJson } from '../../shared/export/activity.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Vault } from '../vault/contract.ts';
import { didWords } from './activity-words.ts';

export type SaveFiles = (
  name: string,
  files: readonly { readonly name: string; readonly bytes: Bytes }[],
) => Promise<Result<{ readonly folder: string; readonly files: readonly string[] }>>;

/** Acts of one request: a journal's worth in a few. */
const actsAtOnce = 20_000;

/** Answers the new folder's name. */
export async function exportActivity(
  vault: Vault,
  save: SaveFiles,
  filter: ActivityFilter,
  people: readonly Person[],
): Promise<Result<string>> {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const entries = [];
  for (let from = 0, total = 1; from < total; from += actsAtOnce) {
    const page = await vault.ask('activity:read', { filter, from, count: actsAtOnce });
    if (!page.ok) return page;
    ({ total } = page.value);
    entries.push(...page.value.entries);
  }
  const named = entries.map((entry) => ({
    ...entry,
    who: names.get(entry.person) ?? 'someone',
    did: didWords[entry.kind],
  }));
  const files = [
    { name: 'activity.csv', bytes: utf8(activityCsv(named)) },
    { name: 'activity.json', bytes: utf8(activityJson(named)) },
  ];
  const saved = await save('activity', files);
  if (!saved.ok) return saved;
  const listed = await Promise.all(
    files.map(async ({ name, bytes }, place) => ({
      name: saved.value.files[place] ?? name,
      sha256: toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))),
    })),
  );
  const payload = { marks: 0, files: listed };
  await vault.ask('act', [{ subject: 'library', kind: 'exported', payload }]);
  return ok(saved.value.folder);
}
