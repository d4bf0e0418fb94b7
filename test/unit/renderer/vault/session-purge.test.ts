// What was deleted for good is gone from the memory of the vault, too: nothing that was ever made of it is held by anything.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { Session } from '../../../../renderer/vault/session.ts';
import { randomId, type MarkId, type SourceId } from '../../../../shared/evidence/ids.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import { buildPlainText } from '../../../../shared/text/plain.ts';
import { contentOn, quoteMade } from '../../../support/composed.ts';
import { memoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  importSource,
  markAct,
  must,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';
import { stillHost } from '../../../support/still-host.ts';

const body = 'Chapter one\n\nThe shelters were closed in autumn. Nobody said why.\n';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What was made for the screens, by what it is: any of it that is still held counts. */
type Traces = Readonly<Record<string, readonly WeakRef<object>[]>>;

test('a source that was deleted for good is held by nothing any more, however it was used before', async () => {
  const { locker } = await createSmallLocker(await testHost(memoryFolder()));
  const { source } = await importSource(
    locker,
    new TextEncoder().encode(body),
    'shelters.txt',
    buildPlainText(body, 'plain'),
  );
  const session = new Session(locker, testPerson, () => undefined, stillHost);
  const traces = await use(session, locker, source);
  expect(await held(traces)).toEqual(Object.keys(traces));

  must(
    await session.act([
      { subject: `source/${source}`, kind: 'source-removed', payload: { source } },
    ]),
  );
  must(await session.purge(source));

  expect(await held(traces)).toEqual([]);
  expect(session.readLibrary().sources).toEqual([]);
});

/** Whatever a screen may ask of a source; of what was made for it only weak references are left. */
async function use(session: Session, locker: OpenLocker, source: SourceId): Promise<Traces> {
  const mark: MarkId = randomId();
  const held = there(locker.state.sources.get(source));
  const works: WeakRef<object>[] = [];
  const readWork = session.texts.readWork.bind(session.texts);
  session.texts.readWork = async (id) => {
    const work = await readWork(id);
    if (work.ok) works.push(new WeakRef(work.value));
    return work;
  };
  must(await session.act([markAct(source, 'Nobody said why.', mark)]));
  const workingFile = there(held.working).file;
  must(await session.act([quoteMade(source, contentOn(body.trim(), [[13, 47]], { workingFile }))]));
  expect(session.search({ query: 'nobody', limit: 5 }).hits).toHaveLength(1);
  await session.readQuotes({ marks: null });
  await session.composeQuotes(null);
  await session.proposeRelations(source);
  const landmarks = await session.texts.readLandmarks(held);
  return {
    landmarks: [new WeakRef(landmarks)],
    texts: works,
    details: [new WeakRef(held.details)],
    source: [new WeakRef(held)],
    mark: [new WeakRef(there(locker.state.marks.get(mark)))],
  };
}

/** The names of what is still held. */
async function held(traces: Traces): Promise<readonly string[]> {
  await new Promise((resolve) => setImmediate(resolve)); // a weak reference holds on until its turn ends
  collectGarbage();
  return Object.keys(traces).filter((name) =>
    traces[name]?.some((trace) => trace.deref() !== undefined),
  );
}
