// Acts one after the other, and what takes them back, over a journal whose disk is as slow as a test likes.
import { beforeEach, describe, expect, test } from 'vitest';
import { Acts } from '../../../../renderer/vault/acts.ts';
import {
  randomId,
  type MarkId,
  type SourceId,
  type TagId,
} from '../../../../shared/evidence/ids.ts';
import { generalCase, type Act, type Change } from '../../../../shared/journal/change.ts';
import { foldChanges } from '../../../../shared/library/fold.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { changes as numbered } from '../../../support/numbered-changes.ts';
import { importedAct, markAct, must, noteAct, there } from '../../../support/small-locker.ts';

const source: SourceId = randomId();
const mark: MarkId = randomId();
const coast: TagId = randomId();
const sea: TagId = randomId();
const town: TagId = randomId();
const subject = `marks/${source}/${generalCase}` as const;
const imported = importedAct(
  source,
  { file: randomId(), sha256: 'a'.repeat(64), sizeBytes: 1 },
  'report.txt',
);

/** Writes what is recorded when its turn comes: at once, or when a test says so. */
class SlowJournal {
  acts: Act[] = [imported, markAct(source, 'The shelters', mark)];
  /** Of every call that is on its way, the first one first; true is how the disk takes it. */
  readonly waiting: ((isTaken: boolean) => void)[] = [];
  isSlow = false;

  readonly changes = (): readonly Change[] => numbered(...this.acts);

  get mark() {
    return there(foldChanges(this.changes()).marks.get(mark));
  }

  readonly state = () => foldChanges(this.changes());

  readonly record = async (acts: readonly Act[]): Promise<Result<readonly Change[]>> => {
    const write = new Promise<boolean>((resolve) => this.waiting.push(resolve));
    if (!this.isSlow) this.waiting.pop()?.(true);
    if (!(await write)) return fail('disk-full');
    this.acts = [...this.acts, ...acts];
    return ok(this.changes().slice(this.acts.length - acts.length));
  };
}

let journal: SlowJournal;
let acts: Acts;

beforeEach(() => {
  journal = new SlowJournal();
  acts = new Acts(journal);
});

function tagMade(id: TagId, name: string): Act {
  return { subject: 'library', kind: 'tag-made', payload: { tag: { id, name } } };
}

function tagAct(kind: 'tagged' | 'untagged', tag: TagId): Act {
  return { subject, kind, payload: { mark, tag } };
}

function readingSet(state: 'reading' | 'done'): Act {
  return { subject: `source/${source}`, kind: 'reading-set', payload: { source, state } };
}

/** Lets everything run that waits for nothing else. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe('undo', () => {
  test('waits for all acts on their way, also where the first of them is the last to be written', async () => {
    journal.isSlow = true;
    const noting = acts.act([noteAct(source, mark, 'first')]);
    const colouring = acts.act([
      { subject, kind: 'mark-coloured', payload: { mark, colour: 'law' } },
    ]);
    const [writeNote, writeColour] = journal.waiting.splice(0);
    writeColour?.(true);
    must(await colouring);
    journal.isSlow = false;
    let isBack = false;
    const undoing = acts.takeBack('undo').then((done) => {
      isBack = true;
      return done;
    });
    await settle();
    expect(isBack).toBe(false);
    writeNote?.(true);
    must(await noting);
    must(await undoing);
    must(await acts.takeBack('undo'));
    expect(journal.mark).toMatchObject({ note: '', colour: 'key' });
  });

  test('asked twice at once takes two acts back, the last one first', async () => {
    must(await acts.act([noteAct(source, mark, 'see the ledger')]));
    must(await acts.act([{ subject, kind: 'mark-coloured', payload: { mark, colour: 'law' } }]));
    const both = await Promise.all([acts.takeBack('undo'), acts.takeBack('undo')]);
    expect(both.map((done) => must(done).kind)).toEqual(['mark-coloured', 'noted']);
    expect(journal.mark).toMatchObject({ note: '', colour: 'key' });
  });

  test('waits for what was to be done after the acts before it', async () => {
    const done: string[] = [];
    const purging = acts.afterwards(async () => {
      await settle();
      done.push('purged');
    });
    const undoing = acts.takeBack('undo').then(() => done.push('undone'));
    await Promise.all([purging, undoing]);
    expect(done).toEqual(['purged', 'undone']);
  });

  test('goes on after an act that failed, which it does not take back', async () => {
    must(await acts.act([noteAct(source, mark, 'kept')]));
    journal.isSlow = true;
    const failing = acts.act([noteAct(source, mark, 'not written')]);
    journal.waiting.splice(0)[0]?.(false);
    expect(await failing).toEqual(fail('disk-full'));
    journal.isSlow = false;
    expect(must(await acts.takeBack('undo')).kind).toBe('noted');
    expect(journal.mark.note).toBe('');
    expect(await acts.takeBack('undo')).toEqual(fail('nothing-to-undo'));
  });

  test('that the disk refuses has taken nothing back, and can be asked again', async () => {
    must(await acts.act([noteAct(source, mark, 'see the ledger')]));
    journal.isSlow = true;
    const undoing = acts.takeBack('undo');
    await settle();
    journal.waiting.splice(0)[0]?.(false);
    expect(await undoing).toEqual(fail('disk-full'));
    journal.isSlow = false;
    expect(must(await acts.takeBack('undo')).kind).toBe('noted');
    expect(journal.mark.note).toBe('');
  });

  test('is of what a person did: that a source began to be read is passed over, that it was read is not', async () => {
    must(await acts.act([noteAct(source, mark, 'see the ledger')]));
    must(await acts.act([readingSet('reading')]));
    expect(must(await acts.takeBack('undo')).kind).toBe('noted');
    must(await acts.act([readingSet('done')]));
    expect(must(await acts.takeBack('undo')).kind).toBe('reading-set');
  });

  test('takes back acts that were done together one by one, each as it found the library', async () => {
    const other: MarkId = randomId();
    must(await acts.act([markAct(source, 'in autumn', other), noteAct(source, other, 'why?')]));
    const before = journal
      .changes()
      .slice(-2)
      .map(({ id }) => id);
    must(await acts.takeBack('undo'));
    expect(journal.acts.slice(-2)).toMatchObject([
      { kind: 'noted', payload: { mark: other, text: '' }, reverses: before[1] },
      { kind: 'unmarked', payload: { mark: other }, reverses: before[0] },
    ]);
  });

  test('of two acts in one turn, the second about what the first made, takes back the second', async () => {
    const other: MarkId = randomId();
    const marking = acts.act([markAct(source, 'in autumn', other)]);
    const noting = acts.act([noteAct(source, other, 'why?')]);
    must(await marking);
    must(await noting);
    expect(must(await acts.takeBack('undo')).kind).toBe('noted');
    expect(journal.state().marks.get(other)).toMatchObject({ note: '', removed: false });
    expect(must(await acts.takeBack('undo')).kind).toBe('marked');
  });
});

describe('taking a tag off a mark', () => {
  beforeEach(() => {
    const merged: Act = {
      subject: 'library',
      kind: 'tag-merged',
      payload: { tag: sea, into: coast },
    };
    const made = [tagMade(coast, 'Coast'), tagMade(sea, 'Sea'), tagMade(town, 'Town'), merged];
    journal.acts.push(...made);
  });

  test('takes off what was merged into it, and no other, and undo gives all of it back', async () => {
    journal.acts.push(...[coast, sea, town].map((tag) => tagAct('tagged', tag)));
    must(await acts.act([tagAct('untagged', coast)]));
    expect(journal.mark.tags).toEqual([town]);
    must(await acts.takeBack('undo'));
    expect(journal.mark.tags.toSorted()).toEqual([coast, sea, town].toSorted());
  });

  test('takes it off where the mark was given the merged one alone', async () => {
    journal.acts.push(tagAct('tagged', sea));
    must(await acts.act([tagAct('untagged', coast)]));
    expect(journal.mark.tags).toEqual([]);
    must(await acts.takeBack('undo'));
    expect(journal.mark.tags).toEqual([sea]);
  });

  test('records no tag that is another’s, and each once', async () => {
    journal.acts.push(...[coast, town].map((tag) => tagAct('tagged', tag)));
    const before = journal.acts.length;
    must(await acts.act([tagAct('untagged', coast)]));
    expect(journal.acts.slice(before)).toEqual([tagAct('untagged', coast)]);
  });
});
