// Gives the locker of a demo a history that a reader can meet: node test/golden/make.ts LOCKER PASSPHRASE OUT. Two devices
// act apart and are merged, a passphrase is changed, a mark removed, a source taken away, a session left unclosed. Writes
// OUT/locker and OUT/expected.json. A golden locker of a released format is made once and never again.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diskFolder } from '../../electron/locker/folder.ts';
import { leastCost } from '../../shared/crypto/argon2.ts';
import { randomId, type DeviceId } from '../../shared/evidence/ids.ts';
import { generalCase } from '../../shared/journal/change.ts';
import { openLocker, type LockerHost } from '../../shared/locker/locker.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import { utf8 } from '../../shared/bytes.ts';
import {
  deviceA,
  deviceB,
  importSource,
  markAct,
  must,
  noteAct,
  testHost,
  there,
} from '../support/small-locker.ts';
import { summarise } from './summarise.ts';

const [given = '', passphrase = '', out = ''] = process.argv.slice(2);
const [one, two] = ['one', 'two'].map((copy) => path.join(out, copy)) as [string, string];
const next = `${passphrase} – 變更`;

for (const copy of [one, two]) cpSync(given, copy, { recursive: true });

const first = await open(one, deviceA, passphrase);
const [person] = first.state.people.keys();
const by = there(person);
const [read] = first.state.marks.values();
const known = there(read);
must(await first.act([noteAct(known.source, known.id, 'Zweite Lesung, 第二次閱讀')], by));
must(await first.act([markAct(known.source, 'a passage of device one')], by));
const current = { kind: 'passphrase', passphrase: utf8(passphrase) } as const;
const renewed = { passphrase: utf8(next.normalize('NFC')), cost: leastCost };
must(await first.slots.changePassphrase(current, renewed, by));
must(await first.close());

const second = await open(two, deviceB, passphrase);
const { source } = await importSource(second, utf8('Only a name, no text.\n'), 'appendix.txt');
const subject = `marks/${known.source}/${generalCase}` as const;
must(await second.act([{ subject, kind: 'unmarked', payload: { mark: known.id } }], by));
must(await second.act([{ subject, kind: 'remarked', payload: { mark: known.id } }], by));
must(
  await second.act(
    [{ subject: `source/${source}`, kind: 'source-removed', payload: { source } }],
    by,
  ),
);
must(await second.close());

cpSync(two, one, { recursive: true });
const merged = await open(one, deviceA, next);
must(await merged.act([markAct(known.source, 'after the merge')], by));
// New in format 2: settings, further people's passphrases, a source deleted for good.
const settings = { hiding: 'wait' } as const;
must(
  await merged.act([{ subject: 'library', kind: 'settings-changed', payload: { settings } }], by),
);
const ours = { kind: 'passphrase', passphrase: utf8(next.normalize('NFC')) } as const;
const colleague = { id: randomId(), name: 'B. Oyelaran', colour: '#8e3b73' };
const theirs = { passphrase: utf8(`${next} ²`), cost: leastCost };
must(await merged.slots.add(ours, { ...theirs, person: colleague, label: 'Office' }, by));
must(await merged.purge(source, by));
// not closed: the session ends here

mkdirSync(path.join(out, 'locker'), { recursive: true });
cpSync(one, path.join(out, 'locker'), { recursive: true });
const reading = await open(path.join(out, 'locker'), undefined, next);
const expected = { passphrase: next, ...(await summarise(reading)) };
writeFileSync(path.join(out, 'expected.json'), `${JSON.stringify(expected, null, 1)}\n`);

async function open(
  folder: string,
  device: DeviceId | undefined,
  secret: string,
): Promise<OpenLocker> {
  const host: LockerHost = {
    ...(await testHost(diskFolder(folder, { readOnly: device === undefined }), device)),
    leastCost,
  };
  return must(await openLocker(host, { passphrase: utf8(secret.normalize('NFC')) }));
}
