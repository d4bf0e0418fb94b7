// A change as the activity screen tells it: who, when, what kind, and what it was done to.
import { shownName } from '../evidence/shown-name.ts';
import type { ChangeId, DeviceId, MarkId, PersonId, QuoteId, SourceId } from '../evidence/ids.ts';
import { wordsOf } from '../evidence/mark.ts';
import { passagesText } from '../evidence/quote.ts';
import { displayTitle } from '../evidence/source.ts';
import type { Change, ChangeKind } from '../journal/change.ts';
import type { LibraryState } from '../library/library-state.ts';
import type { LockerSettings } from '../evidence/settings.ts';

export interface ActivityEntry {
  readonly id: ChangeId;
  readonly at: number;
  readonly person: PersonId;
  readonly device: DeviceId;
  readonly kind: ChangeKind;
  /** It takes an earlier act back, or does it again. */
  readonly isReversal: boolean;
  /** A title, the beginning of a quote, a tag's or a person's name; empty where there is none. */
  readonly thing: string;
  /** Title of the source a mark stands in. */
  readonly within: string;
  /** What it became: a note's beginning, a name, a colour. */
  readonly detail: string;
  /** Where it can be seen, as long as it is there. */
  readonly place: {
    readonly source: SourceId;
    readonly mark?: MarkId;
    readonly quote?: QuoteId;
  } | null;
}

const relationWords: Readonly<
  Record<Extract<Change, { kind: 'sources-related' }>['payload']['relation'], string>
> = {
  'same-work': 'the same work as',
  edition: 'another edition of',
  apart: 'nothing to do with',
  undecided: 'not decided beside',
};

interface Told {
  readonly thing?: string;
  readonly detail?: string;
  readonly source?: SourceId;
  readonly mark?: MarkId;
  readonly quote?: QuoteId;
}

/** Characters of a quote or note that are told. */
const mostTold = 120;

export function entryOf(change: Change, state: LibraryState): ActivityEntry {
  const { id, at, person, device, kind, reverses } = change;
  const { thing = '', detail = '', ...where } = tell(change, state);
  const passage = passageOf(where, state);
  const sourceId = where.source ?? passage?.source;
  const source = sourceId === undefined ? undefined : state.sources.get(sourceId);
  const title = source === undefined ? '' : displayTitle(source);
  const isOfPassage = where.mark !== undefined || where.quote !== undefined;
  const stands = source?.removed === false && (!isOfPassage || passage?.removed === false);
  return {
    ...{ id, at, person, device, kind, isReversal: reverses !== undefined },
    thing: isOfPassage ? beginning(passage?.text ?? '') : thing === '' ? title : thing,
    within: isOfPassage ? title : '',
    detail: beginning(detail),
    place: !stands
      ? null
      : {
          source: source.id,
          ...(where.mark === undefined ? {} : { mark: where.mark }),
          ...(where.quote === undefined ? {} : { quote: where.quote }),
        },
  };
}

interface Passage {
  readonly source: SourceId;
  readonly text: string;
  readonly removed: boolean;
}

/** The mark or quote a change is about, if it is about one that is known. */
function passageOf({ mark, quote }: Told, { marks, quotes }: LibraryState): Passage | undefined {
  const marked = mark === undefined ? undefined : marks.get(mark);
  if (marked !== undefined) return { ...marked, text: wordsOf(marked) };
  const quoted = quote === undefined ? undefined : quotes.get(quote);
  return quoted === undefined ? undefined : { ...quoted, text: passagesText(quoted) };
}

/** The source a change is about, if it is about one. */
export function sourceOf(change: Change, state: LibraryState): SourceId | undefined {
  const told = tell(change, state);
  return told.source ?? passageOf(told, state)?.source;
}

/** Total by type: a new kind of change does not compile until somebody says what it was done to. */
function tell(change: Change, state: LibraryState): Told {
  const { kind, payload } = change;
  switch (kind) {
    case 'locker-created':
      return { thing: payload.name };
    case 'person-named':
      return { thing: payload.person.name };
    case 'tag-made':
      return { thing: payload.tag.name };
    case 'tag-renamed':
      return { thing: payload.name };
    case 'tag-changed': {
      const { tag, change: changed } = payload;
      return { thing: state.tags.get(tag)?.name ?? '', detail: tellTag(changed, state) };
    }
    case 'tag-merged': {
      const into = payload.into === null ? undefined : state.tags.get(payload.into);
      const detail = into === undefined ? 'no longer one with another' : `one with ${into.name}`;
      return { thing: state.tags.get(payload.tag)?.name ?? '', detail };
    }
    case 'organisation-described':
      return {
        thing: payload.organisation.name || 'a name that was taken back',
        detail: payload.organisation.selfDescription,
      };
    case 'source-imported':
      return { source: payload.source, detail: shownName(payload.original.name) };
    case 'source-renewed':
      return {
        source: payload.source,
        detail: `${shownName(payload.original.name)} (${payload.working?.extractor ?? payload.status})`,
      };
    case 'source-described':
      return { source: payload.source, detail: Object.keys(payload.details).join(', ') };
    case 'pages-labelled': {
      const ranges = String(payload.labels.length);
      const detail = payload.labels.length === 0 ? 'as in the document' : `${ranges} ranges`;
      return { source: payload.source, detail };
    }
    case 'reading-set':
      return { source: payload.source, detail: payload.state };
    case 'sources-related': {
      const [source, other] = payload.sources;
      const held = state.sources.get(other);
      const title = held === undefined ? 'a source that is gone' : displayTitle(held);
      return { source, detail: `${relationWords[payload.relation]} ${title}` };
    }
    case 'source-removed':
    case 'source-restored':
    case 'purged':
      return { source: payload.source };
    case 'marked':
      return { mark: payload.mark.id, source: payload.mark.source };
    case 'marks-placed': {
      const [first, ...others] = payload.marks;
      return first !== undefined && others.length === 0
        ? { mark: first.mark, source: payload.source }
        : { source: payload.source, detail: `${String(payload.marks.length)} marks` };
    }
    case 'mark-coloured':
      return { mark: payload.mark, detail: payload.colour };
    case 'mark-restyled':
      return { mark: payload.mark, detail: payload.kind };
    case 'reading-corrected':
      return { mark: payload.mark, detail: payload.reading };
    case 'reviewed':
      return { mark: payload.mark, detail: payload.review };
    case 'noted':
      return { mark: payload.mark, detail: payload.text };
    case 'tagged':
    case 'untagged':
      return { mark: payload.mark, detail: state.tags.get(payload.tag)?.name ?? '' };
    case 'unmarked':
    case 'remarked':
      return { mark: payload.mark };
    case 'quote-made':
      return { quote: payload.quote, source: payload.source };
    case 'translated':
      return { quote: payload.quote, detail: payload.translation?.text ?? 'taken away' };
    case 'quote-changed':
    case 'quote-removed':
    case 'quote-restored':
      return { quote: payload.quote };
    case 'statement-made': {
      const { source, terms } = payload.statement;
      return { source, detail: terms.join(', ') };
    }
    case 'statement-removed':
      return {
        source: payload.source,
        detail: state.statements.get(payload.statement)?.terms.join(', ') ?? '',
      };
    case 'exported':
      return { thing: payload.files.map(({ name }) => name).join(', ') };
    case 'slot-added':
    case 'slot-named':
      return { thing: payload.label };
    case 'slot-removed':
      return { thing: state.slots.get(payload.slot)?.label ?? '' };
    case 'settings-changed':
      return { detail: tellSettings(payload.settings) };
    case 'keys-renewed':
      return { thing: payload.phrase };
    case 'backed-up':
    case 'passphrase-changed':
    case 'phrase-taken':
    case 'renewal-begun':
      return {};
  }
}

function tellTag(
  {
    name,
    parent,
    colour,
    definition,
    removed,
  }: Extract<Change, { kind: 'tag-changed' }>['payload']['change'],
  state: LibraryState,
): string {
  const above = parent == null ? undefined : state.tags.get(parent);
  const told = [
    name !== undefined && `now called ${name}`,
    parent !== undefined && (above === undefined ? 'at the top' : `below ${above.name}`),
    colour !== undefined && (colour === '' ? 'no colour' : colour),
    definition !== undefined && definition,
    removed !== undefined && (removed ? 'removed' : 'brought back'),
  ];
  return told.filter((each) => each !== false).join(', ');
}

function tellSettings(settings: Partial<LockerSettings>): string {
  const { autoLockMinutes, quitWhenLocking, hiding, singleKeys, colourMeanings } = settings;
  const told = [
    autoLockMinutes !== undefined && `locks after ${String(autoLockMinutes)} min`,
    quitWhenLocking !== undefined &&
      (quitWhenLocking ? 'locking ends the program' : 'locking leaves the program open'),
    hiding !== undefined && (hiding === 'lock' ? 'hiding locks at once' : 'hiding waits a minute'),
    singleKeys !== undefined && (singleKeys ? 'single keys on' : 'single keys off'),
    colourMeanings !== undefined && 'names of the colours',
  ];
  return told.filter((each) => each !== false).join(', ');
}

function beginning(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= mostTold ? line : `${characters.slice(0, mostTold).join('')}…`;
}
