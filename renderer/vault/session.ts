// One unlocked locker: answers what the screens ask of it, until it is closed.
import type { FileId, PersonId, QuoteId, SourceId } from '../../shared/evidence/ids.ts';
import type { Mark } from '../../shared/evidence/mark.ts';
import type { Person } from '../../shared/evidence/person.ts';
import { isPresentText, sourceFiles, type Source } from '../../shared/evidence/source.ts';
import type { Act, Change } from '../../shared/journal/change.ts';
import { foldFurther, type LibraryState } from '../../shared/library/fold.ts';
import { seenTag } from '../../shared/library/tag-tree.ts';
import type { LockerSettings } from '../../shared/evidence/settings.ts';
import { reverse } from '../../shared/library/undo.ts';
import type { KeySlots } from '../../shared/locker/key-slots.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import type { ComposedQuote } from '../../shared/quote/composed-quote.ts';
import type { QuotedMark } from '../../shared/quote/quoted-mark.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { decodeWorkingText } from '../../shared/text/codec.ts';
import { landmarksOf, whereabouts, type Landmarks } from '../../shared/text/landmarks.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import type { LibraryView } from './calls/library.ts';
import type { KeptPlace } from './calls/sources.ts';
import type { VaultEvent, VaultRequest, VaultResponse } from './contract.ts';
import { Activity } from './activity.ts';
import { Importing } from './importing.ts';
import { marksOfSource, viewLibrary, viewQuotes } from './library-view.ts';
import { LiveSearch } from './live-search.ts';
import { keepPlace, readPlace } from './places.ts';
import { QuoteChecks } from './quote-checks.ts';
import { quotesElsewhere } from './quotes-elsewhere.ts';
import { Relations } from './relations.ts';
import { Renewing } from './renewing.ts';
import { Safekeeping, type SafekeepingHost } from './safekeeping.ts';
import { viewTrash } from './trash-view.ts';
import { marksToPlace } from './marks-to-place.ts';
import { Versions } from './versions.ts';
import { checkStatements } from './statements.ts';
import { UndoStack, type Direction } from './undo-stack.ts';

const noLandmarks: Landmarks = { sections: [], paragraphs: [] };
const nowhere = { section: '', paragraph: '' };

export class Session {
  readonly #locker: OpenLocker;
  readonly #person: Person;
  readonly #tell: (event: VaultEvent) => void;
  readonly #search: LiveSearch;
  readonly #undo = new UndoStack();
  /** Acts on their way to the disk. */
  #acting: Promise<unknown> = Promise.resolve();
  readonly #quotes: QuoteChecks;
  readonly #relations: Relations;
  readonly #landmarks = new Map<FileId, Landmarks>();
  readonly importing: Importing;
  readonly versions: Versions;
  readonly activity: Activity;
  readonly safekeeping: Safekeeping;
  readonly renewing: Renewing;

  constructor(
    locker: OpenLocker,
    person: Person,
    tell: (event: VaultEvent) => void,
    host: SafekeepingHost,
  ) {
    this.#locker = locker;
    this.#person = person;
    this.#tell = tell;
    this.#search = new LiveSearch(locker.state);
    this.#quotes = new QuoteChecks({
      read: (source) => this.#readWork(source),
      isHarmed: (source) => this.safekeeping.harmOf(source) !== undefined,
    });
    this.#relations = new Relations((source) => this.#readWork(source));
    this.activity = new Activity(locker);
    this.safekeeping = new Safekeeping(locker, host, person.id, tell);
    this.renewing = new Renewing(locker, host.now, tell);
    this.importing = new Importing(locker, (act) => this.#record([act]));
    this.versions = new Versions(locker, (acts) => this.act(acts));
  }

  get #state(): LibraryState {
    return this.#locker.state;
  }

  get person(): Person {
    return this.#state.people.get(this.#person.id) ?? this.#person;
  }

  get people(): ReadonlyMap<PersonId, Person> {
    return this.#state.people;
  }

  get settings(): LockerSettings {
    return this.#state.settings;
  }

  async takePhrase(
    purpose: VaultRequest<'phrase:take'>['purpose'],
  ): Promise<Result<VaultResponse<'phrase:take'>>> {
    const taken = await this.#locker.takePhrase(purpose, this.#person.id);
    if (taken.ok) this.#tell({ kind: 'changed', subjects: ['library'] });
    return taken;
  }

  async checkPhrase(typed: string): Promise<Result<VaultResponse<'phrase:check'>>> {
    const found = await this.#locker.findPhrase(typed);
    const { damage, missing } = this.#locker.report;
    const whole = damage.length + missing.length === 0;
    return found.ok ? ok({ finding: found.value, whole }) : found;
  }

  readLibrary(): LibraryView {
    return viewLibrary(this.#state, (source) => this.safekeeping.harmOf(source));
  }

  readTrash(): VaultResponse<'trash:read'> {
    const { changes, report } = this.#locker;
    return { ...viewTrash(this.#state, changes), left: report.unpurged.length };
  }

  /** Only what was removed before: deleting for good is a second, deliberate step. */
  purge(source: SourceId): Promise<Result<VaultResponse<'source:purge'>>> {
    const purging = this.#acting.then(() => this.#purge(source));
    this.#acting = Promise.allSettled([purging]);
    return purging;
  }

  async #purge(source: SourceId): Promise<Result<VaultResponse<'source:purge'>>> {
    const held = this.#state.sources.get(source);
    if (held?.removed !== true) return fail('not-there');
    const purged = await this.#locker.purge(source, this.#person.id);
    if (this.#state.sources.has(source)) return purged.ok ? fail('internal') : purged;
    this.#undo.forget(source);
    const files = sourceFiles(held);
    for (const file of files) {
      this.#landmarks.delete(file);
      this.#quotes.forget(file);
    }
    this.#relations.forget(files);
    const purges = this.#locker.changes.filter(({ kind }) => kind === 'purged');
    this.#search.update(this.#state, purges);
    this.#tell({ kind: 'changed', subjects: ['library', `source/${source}`] });
    return ok({ left: this.#locker.report.unpurged.length });
  }

  async finishPurges(): Promise<Result<{ readonly left: number }>> {
    const left = await this.#locker.finishPurges();
    this.#tell({ kind: 'changed', subjects: ['library'] });
    return left.ok ? ok({ left: left.value.length }) : left;
  }

  readMarks(source: SourceId): readonly Mark[] {
    return marksOfSource(this.#state, source);
  }

  readStatements(source: SourceId): Promise<VaultResponse<'statements:read'>> {
    return checkStatements(this.#state, source, async ({ id, working }) => {
      const work = working === undefined ? undefined : await this.#readWork(id);
      return work?.ok === true ? work.value.text : undefined;
    });
  }

  proposeRelations(source: SourceId): Promise<VaultResponse<'relations:propose'>> {
    return this.#relations.propose(this.#state, source);
  }

  quotesElsewhere(
    request: VaultRequest<'quotes:elsewhere'>,
  ): Promise<VaultResponse<'quotes:elsewhere'>> {
    return quotesElsewhere(this.#state, request, {
      compose: (quotes) => this.composeQuotes(quotes),
      prepare: (source) => this.#quotes.prepare(source),
    });
  }

  readMarksToPlace(source: SourceId): Promise<VaultResponse<'marks:to-place'>> {
    return marksToPlace(this.#state, source, (id) => this.#readWork(id));
  }

  async readText(source: SourceId): Promise<Result<ArrayBuffer>> {
    const working = this.#state.sources.get(source)?.working;
    if (working === undefined) return fail('not-there');
    const opened = await this.#locker.openFile(working.file);
    this.safekeeping.noteReading(working.file, opened);
    return opened.ok ? ok(opened.value.bytes.buffer) : opened;
  }

  async readOriginal(source: SourceId): Promise<Result<ArrayBuffer>> {
    const original = this.#state.sources.get(source)?.original;
    if (original === undefined) return fail('not-there');
    const opened = await this.#locker.openFile(original.file);
    this.safekeeping.noteReading(original.file, opened);
    return opened.ok ? ok(opened.value.bytes.buffer) : opened;
  }

  readPlace(source: SourceId): Promise<VaultResponse<'place:read'>> {
    return readPlace(this.#locker, source);
  }

  /** After what is being done: a purge renews the key it is sealed with. */
  keepPlace(source: SourceId, place: KeptPlace): Promise<null> {
    const keeping = this.#acting.then(() => keepPlace(this.#locker, source, place));
    this.#acting = Promise.allSettled([keeping]);
    return keeping;
  }

  search({ query, limit }: VaultRequest<'search'>): VaultResponse<'search'> {
    return this.#search.search(query, limit);
  }

  async readQuotes({ marks, verify }: VaultRequest<'quotes:read'>): Promise<readonly QuotedMark[]> {
    const quoted = viewQuotes(this.#state, marks);
    const named: QuotedMark[] = [];
    for (const each of quoted) {
      const landmarks = await this.#readLandmarks(each.source);
      const isPlaced = isPresentText(each.source, each.mark.workingFile);
      const where = isPlaced ? whereabouts(landmarks, each.mark.anchor.start) : nowhere;
      const unverified = this.safekeeping.harmOf(each.source) !== undefined;
      const proof = !isPlaced
        ? ({ kind: 'orphan' } as const)
        : verify === true && each.mark.kind !== 'area'
          ? await this.#quotes.checkMark(each.mark, each.source)
          : undefined;
      named.push({
        ...{ ...each, ...where, unverified },
        ...(proof === undefined ? {} : { proof }),
      });
    }
    return named;
  }

  composeQuotes(wanted: readonly QuoteId[] | null): Promise<readonly ComposedQuote[]> {
    return this.#quotes.compose(this.#state, wanted);
  }

  async #readWork(source: SourceId): Promise<Result<WorkingText>> {
    const bytes = await this.readText(source);
    return bytes.ok ? decodeWorkingText(new Uint8Array(bytes.value)) : bytes;
  }

  /** Headings of a source's text, read once: a search asks for them at every key. */
  async #readLandmarks({ id, working }: Source): Promise<Landmarks> {
    if (working === undefined) return noLandmarks;
    const known = this.#landmarks.get(working.file);
    if (known !== undefined) return known;
    const text = await this.#readWork(id);
    const landmarks = text.ok ? landmarksOf(text.value) : noLandmarks;
    this.#landmarks.set(working.file, landmarks);
    return landmarks;
  }

  act(acts: readonly Act[]): Promise<Result<{ readonly at: number }>> {
    const acting = this.#act(acts);
    this.#acting = Promise.allSettled([this.#acting, acting]);
    return acting;
  }

  /** Says which kind of act was taken back, or done again. Waits for what was done just before: it may be what is meant. */
  takeBack(direction: Direction): Promise<Result<VaultResponse<'undo'>>> {
    const taking = this.#acting.then(() => this.#takeBack(direction));
    this.#acting = Promise.allSettled([taking]);
    return taking;
  }

  async #act(seen: readonly Act[]): Promise<Result<{ readonly at: number }>> {
    const before = this.#state;
    const acts = seen.flatMap((act) => ofGivenTags(act, before));
    const changes = await this.#record(acts);
    if (!changes.ok) return changes;
    const [named] = acts;
    const reversing = reverseAll(changes.value, before);
    if (named !== undefined && !happensByItself(named))
      this.#undo.record({ named, done: acts, reversing });
    return ok({ at: changes.value.at(-1)?.at ?? 0 });
  }

  async #takeBack(direction: Direction): Promise<Result<VaultResponse<'undo'>>> {
    const entry = this.#undo.next(direction);
    if (entry === undefined) return fail('nothing-to-undo');
    const before = this.#state;
    const changes = await this.#record(entry.reversing);
    if (!changes.ok) return changes;
    const { named, reversing: done } = entry;
    this.#undo.turn(direction, { named, done, reversing: reverseAll(changes.value, before) });
    return ok({ kind: named.kind, subject: named.subject });
  }

  get slots(): KeySlots {
    return this.#locker.slots;
  }

  /** What was done past `act`. */
  tellChanged(): void {
    this.#tell({ kind: 'changed', subjects: ['library'] });
  }

  async dropRenewal(): Promise<Result<null>> {
    const dropped = await this.renewing.drop();
    this.tellChanged();
    return dropped;
  }

  close(): Promise<Result<null>> {
    this.safekeeping.close();
    this.renewing.stop();
    this.renewing.forget();
    return this.#locker.close();
  }

  async #record(acts: readonly Act[]): Promise<Result<readonly Change[]>> {
    const changes = await this.#locker.act(acts, this.#person.id);
    if (!changes.ok) return changes;
    this.#search.update(this.#state, changes.value);
    this.#tell({ kind: 'changed', subjects: acts.map(({ subject }) => subject) });
    return changes;
  }
}

/** A source begins to be read while its person does other things: undo is of those. */
function happensByItself(act: Act): boolean {
  return act.kind === 'reading-set' && act.payload.state === 'reading';
}

/** Whoever takes a tag off a mark sees the one that others were merged into: those go with it. */
function ofGivenTags(act: Act, { marks, tags }: LibraryState): readonly Act[] {
  if (act.kind !== 'untagged') return [act];
  const { mark, tag } = act.payload;
  const merged = (marks.get(mark)?.tags ?? []).filter(
    (given) => given !== tag && seenTag(tags, given)?.id === tag,
  );
  return [tag, ...merged].map((each) => ({ ...act, payload: { mark, tag: each } }));
}

/** The acts that take changes back, the last one first. */
function reverseAll(changes: readonly Change[], before: LibraryState): readonly Act[] {
  const reversing: Act[] = [];
  let state = before;
  changes.forEach((change, i) => {
    if (i > 0) state = foldFurther(state, changes.slice(i - 1, i));
    reversing.unshift(...reverse(change, state));
  });
  return reversing;
}
