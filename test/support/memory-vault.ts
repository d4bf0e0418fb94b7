// A vault without keys, workers or disk, for browser tests of screens: the same contract, the same fold, plain memory.
import { type DeviceId, type PersonId, randomId } from '../../shared/evidence/ids.ts';
import { RelatedSources } from '../../shared/evidence/relation.ts';
import type { Person } from '../../shared/evidence/person.ts';
import type { Act, Change } from '../../shared/journal/change.ts';
import { entryOf } from '../../shared/activity/entry.ts';
import { filterChanges } from '../../shared/activity/filter.ts';
import { foldChanges, foldFurther } from '../../shared/library/fold.ts';
import type { LibraryState } from '../../shared/library/library-state.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { decodeWorkingText } from '../../shared/text/codec.ts';
import { QuoteChecks } from '../../renderer/vault/quote-checks.ts';
import type { LibraryView } from '../../renderer/vault/calls/library.ts';
import type {
  Vault,
  VaultCall,
  VaultEvent,
  VaultRequest,
  VaultResponse,
} from '../../renderer/vault/contract.ts';

type Answers = {
  readonly [C in VaultCall]?: (
    request: VaultRequest<C>,
  ) => Result<VaultResponse<C>> | Promise<Result<VaultResponse<C>>>;
};

export const testPerson: Person = {
  id: 'aa000000000000000000000000000000' as PersonId,
  name: 'R. Ito',
  colour: '#17616b',
};

/** Answers `act`, `activity:…`, `settings:read`, `library:read`, `marks:read`, `quotes:read` and `quotes:composed` from a fold; everything else from `answers`. */
export class MemoryVault implements Vault {
  readonly person = testPerson.id;
  readonly acts: Act[] = [];
  readonly changes: Change[] = [];
  state: LibraryState = foldChanges([]);
  readonly #answers: Answers;
  readonly #quotes = new QuoteChecks({
    read: async (source) => {
      const bytes = await this.ask('text:read', { source });
      return bytes.ok ? decodeWorkingText(new Uint8Array(bytes.value)) : bytes;
    },
    isHarmed: () => false,
  });
  readonly #listeners = new Set<(event: VaultEvent) => void>();
  #seq = 0;

  constructor(answers: Answers = {}) {
    this.#answers = answers;
    this.record([{ subject: 'library', kind: 'person-named', payload: { person: testPerson } }]);
  }

  async ask<C extends VaultCall>(
    call: C,
    request: VaultRequest<C>,
  ): Promise<Result<VaultResponse<C>>> {
    const answer = this.#answers[call];
    if (answer !== undefined) return answer(request);
    const own = await this.#answer(call, request);
    return own === undefined ? fail('internal') : ok(own as VaultResponse<C>);
  }

  listen(listener: (event: VaultEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  record(acts: readonly Act[]): void {
    this.acts.push(...acts);
    const changes = acts.map((act): Change => {
      const seq = ++this.#seq;
      const numbered = { id: randomId(), device: '0'.repeat(32) as DeviceId, seq, clock: seq };
      return { ...act, ...numbered, at: 1_770_000_000_000 + seq, person: testPerson.id };
    });
    this.changes.push(...changes);
    this.state = foldFurther(this.state, changes);
    this.tell({ kind: 'changed', subjects: acts.map((act) => act.subject) });
  }

  tell(event: VaultEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #answer(call: VaultCall, request: unknown): unknown {
    const marks = [...this.state.marks.values()].filter((mark) => !mark.removed);
    if (call === 'act') {
      this.record(request as readonly Act[]);
      return { at: 1_770_000_000_000 + this.#seq };
    }
    if (call === 'activity:read') {
      const { filter, from, count } = request as VaultRequest<'activity:read'>;
      const list = filterChanges(this.changes, this.state, filter).toReversed();
      const entries = list.slice(from, from + count).map((change) => entryOf(change, this.state));
      return { total: list.length, entries };
    }
    if (call === 'activity:health') {
      const acts = this.changes.length;
      return { firstBreak: null, damaged: 0, notArrived: 0, acts, runs: [] };
    }
    if (call === 'statements:read') return [];
    if (call === 'quotes:elsewhere' || call === 'relations:propose' || call === 'relations:surest')
      return [];
    if (call === 'settings:read') return this.state.settings;
    if (call === 'library:read') return this.#library();
    if (call === 'marks:read') {
      return marks
        .filter((mark) => mark.source === (request as VaultRequest<'marks:read'>).source)
        .sort((a, b) => a.anchor.start - b.anchor.start);
    }
    if (call === 'quotes:composed') {
      const { quotes } = request as VaultRequest<'quotes:composed'>;
      return this.#quotes.compose(this.state, quotes);
    }
    if (call === 'quotes:read') {
      return marks.flatMap((mark) => {
        const source = this.state.sources.get(mark.source);
        if (source === undefined) return [];
        const tags = mark.tags.flatMap((id) => this.state.tags.get(id) ?? []);
        return [{ mark, source, tags, markedBy: testPerson, section: '', unverified: false }];
      });
    }
    return undefined;
  }

  #library(): LibraryView {
    const marks = [...this.state.marks.values()].filter((mark) => !mark.removed);
    return {
      people: [...this.state.people.values()],
      tags: [...this.state.tags.values()].map((tag) => ({
        ...tag,
        marks: marks.filter((mark) => mark.tags.includes(tag.id)).length,
        marksBelow: marks.filter((mark) => mark.tags.includes(tag.id)).length,
      })),
      removedTags: [],
      sources: [...this.state.sources.values()]
        .filter((source) => !source.removed)
        .map((source) => ({
          ...source,
          related: new RelatedSources(this.state.relations.values()).of(source.id),
          marks: marks.filter((mark) => mark.source === source.id).length,
        })),
      organisations: [...this.state.organisations.values()],
      markCount: marks.length,
      quoteCount: [...this.state.quotes.values()].filter(({ removed }) => !removed).length,
    };
  }
}
