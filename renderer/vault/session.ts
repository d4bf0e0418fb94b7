// One unlocked locker: answers what the screens ask of it, until it is closed.
import type { PersonId, QuoteId, SourceId } from '../../shared/evidence/ids.ts';
import type { Mark } from '../../shared/evidence/mark.ts';
import type { Person } from '../../shared/evidence/person.ts';
import { sourceFiles } from '../../shared/evidence/source.ts';
import type { Act, Change } from '../../shared/journal/change.ts';
import type { LibraryState } from '../../shared/library/library-state.ts';
import type { LockerSettings } from '../../shared/evidence/settings.ts';
import type { KeySlots } from '../../shared/locker/key-slots.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import type { ComposedQuote } from '../../shared/quote/composed-quote.ts';
import type { QuotedMark } from '../../shared/quote/quoted-mark.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { LibraryView } from './calls/library.ts';
import type { KeptPlace } from './calls/sources.ts';
import type { VaultEvent, VaultRequest, VaultResponse } from './contract.ts';
import { Acts } from './acts.ts';
import { Activity } from './activity.ts';
import { Importing } from './importing.ts';
import { marksOfSource, viewLibrary } from './library-view.ts';
import { LiveSearch } from './live-search.ts';
import { keepPlace, readPlace } from './places.ts';
import { QuoteChecks } from './quote-checks.ts';
import { quoteMarks } from './quote-marks.ts';
import { quotesElsewhere } from './quotes-elsewhere.ts';
import { Relations } from './relations.ts';
import { Renewing } from './renewing.ts';
import { Safekeeping, type SafekeepingHost } from './safekeeping.ts';
import { viewTrash } from './trash-view.ts';
import { marksToPlace } from './marks-to-place.ts';
import { Versions } from './versions.ts';
import { SourceTexts } from './source-texts.ts';
import { checkStatements } from './statements.ts';
import type { Direction } from './undo-stack.ts';

export class Session {
  readonly #locker: OpenLocker;
  readonly #person: Person;
  readonly #tell: (event: VaultEvent) => void;
  readonly #search: LiveSearch;
  readonly #acts: Acts;
  readonly #quotes: QuoteChecks;
  readonly #relations: Relations;
  readonly texts: SourceTexts;
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
    this.texts = new SourceTexts(locker, (file, result) => {
      this.safekeeping.noteReading(file, result);
    });
    this.#acts = new Acts({
      state: () => this.#state,
      changes: () => this.#locker.changes,
      record: (acts) => this.#record(acts),
    });
    this.#quotes = new QuoteChecks({
      read: (source) => this.texts.readWork(source),
      isHarmed: (source) => this.safekeeping.harmOf(source) !== undefined,
    });
    this.#relations = new Relations((source) => this.texts.readWork(source));
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
    return this.#acts.afterwards(() => this.#purge(source));
  }

  async #purge(source: SourceId): Promise<Result<VaultResponse<'source:purge'>>> {
    const held = this.#state.sources.get(source);
    if (held?.removed !== true) return fail('not-there');
    const purged = await this.#locker.purge(source, this.#person.id);
    if (this.#state.sources.has(source)) return purged.ok ? fail('internal') : purged;
    this.#acts.forget(source);
    const files = sourceFiles(held);
    for (const file of files) {
      this.texts.forget(file);
      this.#quotes.forget(file);
    }
    this.#relations.forget(source, files);
    this.#search.begin(this.#state);
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
      const work = working === undefined ? undefined : await this.texts.readWork(id);
      return work?.ok === true ? work.value.text : undefined;
    });
  }

  proposeRelations(source: SourceId): Promise<VaultResponse<'relations:propose'>> {
    return this.#relations.propose(this.#state, source);
  }

  proposeSurest(sources: readonly SourceId[]): Promise<VaultResponse<'relations:surest'>> {
    return this.#relations.proposeSurest(() => this.#state, sources);
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
    return marksToPlace(this.#state, source, (id) => this.texts.readWork(id));
  }

  readPlace(source: SourceId): Promise<VaultResponse<'place:read'>> {
    return readPlace(this.#locker, source);
  }

  /** After what is being done: a purge renews the key it is sealed with. */
  keepPlace(source: SourceId, place: KeptPlace): Promise<null> {
    return this.#acts.afterwards(() => keepPlace(this.#locker, source, place));
  }

  search({ query, limit }: VaultRequest<'search'>): VaultResponse<'search'> {
    return this.#search.search(query, limit);
  }

  readQuotes(request: VaultRequest<'quotes:read'>): Promise<readonly QuotedMark[]> {
    return quoteMarks(this.#state, request, {
      landmarks: (source) => this.texts.readLandmarks(source),
      isHarmed: (source) => this.safekeeping.harmOf(source) !== undefined,
      check: (mark, source) => this.#quotes.checkMark(mark, source),
    });
  }

  composeQuotes(wanted: readonly QuoteId[] | null): Promise<readonly ComposedQuote[]> {
    return this.#quotes.compose(this.#state, wanted);
  }

  act(acts: readonly Act[]): Promise<Result<{ readonly at: number }>> {
    return this.#acts.act(acts);
  }

  takeBack(direction: Direction): Promise<Result<VaultResponse<'undo'>>> {
    return this.#acts.takeBack(direction);
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
