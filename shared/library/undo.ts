import { contentOf } from '../evidence/quote.ts';
import { pairKey } from '../evidence/relation.ts';
import type { MarkPlacement } from '../evidence/mark.ts';
import { versionOf } from '../evidence/source.ts';
import type { Act, Change } from '../journal/change.ts';
import type { LibraryState } from './library-state.ts';

/**
 * The acts that take `change` back, given the state just before it. None where it changed nothing, or where it cannot be
 * taken back: what was exported is out. A redo is the reverse of the undo.
 */
export function reverse(change: Change, before: LibraryState): readonly Act[] {
  const { subject, id: reverses } = change;
  const undo = <A extends Pick<Act, 'kind' | 'payload'>>(act: A) => [{ subject, reverses, ...act }];
  switch (change.kind) {
    case 'person-named': {
      const person = before.people.get(change.payload.person.id);
      return person === undefined ? [] : undo({ kind: change.kind, payload: { person } });
    }
    case 'tag-renamed': {
      const { tag } = change.payload;
      const name = before.tags.get(tag)?.name;
      return name === undefined ? [] : undo({ kind: change.kind, payload: { tag, name } });
    }
    case 'tag-made': {
      const { id } = change.payload.tag;
      const isNew = !before.tags.has(id);
      const removed = { removed: true };
      return isNew ? undo({ kind: 'tag-changed', payload: { tag: id, change: removed } }) : [];
    }
    case 'tag-changed': {
      const { tag, change: changed } = change.payload;
      const held = before.tags.get(tag);
      if (held === undefined) return [];
      return undo({ kind: change.kind, payload: { tag, change: pickFrom(held, changed) } });
    }
    case 'tag-merged': {
      const { tag } = change.payload;
      const into = before.tags.get(tag)?.mergedInto;
      return into === undefined ? [] : undo({ kind: change.kind, payload: { tag, into } });
    }
    case 'organisation-described': {
      const { id } = change.payload.organisation;
      const organisation = before.organisations.get(id) ?? {
        ...change.payload.organisation,
        name: '',
      };
      return undo({ kind: change.kind, payload: { organisation } });
    }
    case 'source-imported':
      return undo({ kind: 'source-removed', payload: { source: change.payload.source } });
    case 'sources-related': {
      const { sources } = change.payload;
      const relation = before.relations.get(pairKey(sources))?.relation ?? 'undecided';
      return undo({ kind: change.kind, payload: { sources, relation } });
    }
    case 'source-removed':
    case 'source-restored': {
      const kind = change.kind === 'source-removed' ? 'source-restored' : 'source-removed';
      const wasRemoved = before.sources.get(change.payload.source)?.removed;
      return wasRemoved === (kind === 'source-removed')
        ? undo({ kind, payload: change.payload })
        : [];
    }
    case 'source-described': {
      const { source, details: changed } = change.payload;
      const earlier = before.sources.get(source);
      if (earlier === undefined) return [];
      const details = pickFrom(earlier.details, changed);
      const proposed = pickFrom(earlier.proposed ?? {}, changed);
      const again = Object.keys(proposed).length === 0 ? {} : { proposed };
      return undo({ kind: change.kind, payload: { source, details, ...again } });
    }
    case 'pages-labelled': {
      const { source } = change.payload;
      const held = before.sources.get(source);
      return held === undefined
        ? []
        : undo({ kind: change.kind, payload: { source, labels: held.labels ?? [] } });
    }
    case 'reading-set': {
      const { source } = change.payload;
      const held = before.sources.get(source);
      const state = held?.reading?.state ?? 'unread';
      return held === undefined ? [] : undo({ kind: change.kind, payload: { source, state } });
    }
    case 'source-renewed': {
      const { source } = change.payload;
      const earlier = before.sources.get(source);
      return earlier === undefined
        ? []
        : undo({ kind: change.kind, payload: { source, ...versionOf(earlier) } });
    }
    case 'marks-placed': {
      const { source } = change.payload;
      const marks = change.payload.marks.flatMap(({ mark }) => {
        const held = before.marks.get(mark);
        return held === undefined ? [] : [{ mark, ...placementOf(held) }];
      });
      return marks.length === 0 ? [] : undo({ kind: change.kind, payload: { source, marks } });
    }
    case 'marked':
      return undo({ kind: 'unmarked', payload: { mark: change.payload.mark.id } });
    case 'unmarked':
    case 'remarked': {
      const kind = change.kind === 'unmarked' ? 'remarked' : 'unmarked';
      const wasRemoved = before.marks.get(change.payload.mark)?.removed;
      return wasRemoved === (kind === 'unmarked') ? undo({ kind, payload: change.payload }) : [];
    }
    case 'mark-coloured': {
      const { mark } = change.payload;
      const colour = before.marks.get(mark)?.colour;
      return colour === undefined ? [] : undo({ kind: change.kind, payload: { mark, colour } });
    }
    case 'mark-restyled': {
      const { mark } = change.payload;
      const kind = before.marks.get(mark)?.kind;
      if (kind === undefined || kind === 'area') return [];
      return undo({ kind: change.kind, payload: { mark, kind } });
    }
    case 'reading-corrected': {
      const { mark } = change.payload;
      const reading = before.marks.get(mark)?.reading;
      return reading === undefined ? [] : undo({ kind: change.kind, payload: { mark, reading } });
    }
    case 'reviewed': {
      const { mark } = change.payload;
      const review = before.marks.get(mark)?.review;
      return review === undefined ? [] : undo({ kind: change.kind, payload: { mark, review } });
    }
    case 'noted': {
      const { mark } = change.payload;
      const text = before.marks.get(mark)?.note;
      return text === undefined ? [] : undo({ kind: change.kind, payload: { mark, text } });
    }
    case 'tagged':
      return hasTag(before, change) ? [] : undo({ kind: 'untagged', payload: change.payload });
    case 'untagged':
      return hasTag(before, change) ? undo({ kind: 'tagged', payload: change.payload }) : [];
    case 'quote-made':
      return undo({ kind: 'quote-removed', payload: { quote: change.payload.quote } });
    case 'quote-removed':
    case 'quote-restored': {
      const kind = change.kind === 'quote-removed' ? 'quote-restored' : 'quote-removed';
      const wasRemoved = before.quotes.get(change.payload.quote)?.removed;
      return wasRemoved === (kind === 'quote-removed')
        ? undo({ kind, payload: change.payload })
        : [];
    }
    case 'quote-changed': {
      const { quote } = change.payload;
      const held = before.quotes.get(quote);
      return held === undefined
        ? []
        : undo({ kind: change.kind, payload: { quote, content: contentOf(held) } });
    }
    case 'translated': {
      const { quote } = change.payload;
      const held = before.quotes.get(quote);
      const translation = held?.translation ?? null;
      return held === undefined ? [] : undo({ kind: change.kind, payload: { quote, translation } });
    }
    case 'statement-made': {
      const { id: statement, source } = change.payload.statement;
      return undo({ kind: 'statement-removed', payload: { source, statement } });
    }
    case 'statement-removed': {
      const held = before.statements.get(change.payload.statement);
      if (held === undefined || held.removed) return [];
      const { id, source, terms } = held;
      return undo({ kind: 'statement-made', payload: { statement: { id, source, terms } } });
    }
    case 'slot-named': {
      const { slot } = change.payload;
      const label = before.slots.get(slot)?.label;
      return label === undefined ? [] : undo({ kind: change.kind, payload: { slot, label } });
    }
    case 'locker-created':
    case 'exported':
    case 'backed-up':
    case 'purged':
    case 'passphrase-changed':
    case 'slot-added':
    case 'slot-removed':
    case 'renewal-begun':
    case 'keys-renewed':
    case 'settings-changed': // a setting is seen and set back on its screen, never by a slip of the keyboard
    case 'phrase-taken':
      return [];
  }
}

function placementOf({
  workingFile,
  anchor,
  firstPage,
  lastPage,
  pageLabel,
  more = [],
  area,
}: MarkPlacement): MarkPlacement {
  const further = more.length === 0 ? {} : { more };
  const sized = area === undefined ? {} : { area };
  return { workingFile, anchor, firstPage, lastPage, pageLabel, ...further, ...sized };
}

/** What `from` holds in the fields that were changed. */
function pickFrom<T extends object>(from: T, changed: object): Partial<T> {
  const fields = Object.keys(changed).filter((field) => Object.hasOwn(from, field));
  return Object.fromEntries(fields.map((field) => [field, from[field as keyof T]])) as Partial<T>;
}

function hasTag(
  { marks }: LibraryState,
  { payload }: Extract<Change, { kind: 'tagged' | 'untagged' }>,
): boolean {
  return marks.get(payload.mark)?.tags.includes(payload.tag) ?? false;
}
