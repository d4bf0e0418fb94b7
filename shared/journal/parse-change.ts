// What is read from a journal is data from outside until it went through here.
import { isId, type AnyId, type DeviceId } from '../evidence/ids.ts';
import { markColours, markKinds, reviewStates, type MarkPlacement } from '../evidence/mark.ts';
import {
  areRangesInOrder,
  isAnchor,
  isArea,
  isDetails,
  isDetailsConfidence,
  isLong,
  isMadeTag,
  isOrganisation,
  isOriginal,
  isPageLabels,
  isPair,
  isPerson,
  isQuoteContent,
  isRanges,
  isShort,
  isSomeDetails,
  isTagOrNone,
  isTranslation,
  isWorkingCopy,
  tagFields,
} from '../evidence/shapes.ts';
import { sourceFormats, unreadableReasons } from '../evidence/source.ts';
import {
  hexText,
  integer,
  isNull,
  isObject,
  listOf,
  oneOf,
  record,
  type Shape,
  text,
} from '../shape.ts';
import type { Act, Change, ChangeKind, ChangePayloads, Subject } from './change.ts';
import { isSomeSettings } from '../evidence/settings.ts';
import { isKeyName } from './frame.ts';

const mostPurged = 100_000;
const mostTerms = 100;
const mostPlaced = 100_000;
const count = integer(0, Number.MAX_SAFE_INTEGER);
const id = isId; // fits every kind of id

type P = ChangePayloads;

const version = {
  format: oneOf(...sourceFormats, 'unknown'),
  original: isOriginal,
  status: oneOf('text', 'no-text', 'needs-password', 'unreadable'),
  reason: oneOf(...unreadableReasons),
  working: isWorkingCopy,
};
const placement = {
  workingFile: id,
  anchor: isAnchor,
  firstPage: count,
  lastPage: count,
  pageLabel: isShort,
  more: isRanges,
  area: isArea,
};
const isPlacement = record<MarkPlacement & { readonly mark: AnyId }>({ mark: id, ...placement }, [
  'more',
  'area',
]);
const isPlaced: Shape<P['marks-placed']['marks'][number]> = (
  value,
): value is P['marks-placed']['marks'][number] =>
  isPlacement(value) && areRangesInOrder(value) && (value.area === undefined || isWordless(value));

/** As an area is. */
function isWordless({ anchor, more }: Pick<MarkPlacement, 'anchor' | 'more'>): boolean {
  return anchor.exact === '' && more === undefined;
}

type Marked = P['marked']['mark'];
const hasMarkFields = record<Marked>(
  {
    ...{ id, source: id, ...placement },
    colour: oneOf(...markColours),
    kind: oneOf(...markKinds),
  },
  ['kind', 'more', 'area'],
);
/** A mark is of words, or of an area and of no words. */
const isMarked: Shape<Marked> = (value): value is Marked =>
  hasMarkFields(value) &&
  areRangesInOrder(value) &&
  (value.kind === 'area') === (value.area !== undefined) &&
  (value.kind !== 'area' || isWordless(value));

const payloads: { readonly [K in ChangeKind]: Shape<P[K]> } = {
  'locker-created': record<P['locker-created']>({ name: isShort }),
  'person-named': record<P['person-named']>({ person: isPerson }),
  'tag-made': record<P['tag-made']>({ tag: isMadeTag }),
  'tag-changed': record<P['tag-changed']>({
    tag: id,
    change: record<P['tag-changed']['change']>(tagFields, [
      ...(['name', 'parent', 'colour', 'definition', 'removed'] as const),
    ]),
  }),
  'tag-merged': record<P['tag-merged']>({ tag: id, into: isTagOrNone }),
  'organisation-described': record<P['organisation-described']>({ organisation: isOrganisation }),
  'tag-renamed': record<P['tag-renamed']>({ tag: id, name: isShort }),
  'source-imported': record<P['source-imported']>(
    {
      ...{ source: id, ...version, details: isDetails },
      proposed: isDetailsConfidence,
      partOf: id,
    },
    ['reason', 'working', 'proposed', 'partOf'],
  ),
  'source-described': record<P['source-described']>(
    { source: id, details: isSomeDetails, proposed: isDetailsConfidence },
    ['proposed'],
  ),
  'pages-labelled': record<P['pages-labelled']>({ source: id, labels: isPageLabels }),
  'reading-set': record<P['reading-set']>({
    source: id,
    state: oneOf('unread', 'reading', 'done'),
  }),
  'source-renewed': record<P['source-renewed']>({ source: id, ...version }, ['reason', 'working']),
  'sources-related': record<P['sources-related']>({
    sources: isPair,
    relation: oneOf('same-work', 'edition', 'apart', 'undecided'),
  }),
  'source-removed': record<P['source-removed']>({ source: id }),
  'source-restored': record<P['source-restored']>({ source: id }),
  marked: record<P['marked']>({ mark: isMarked }),
  'marks-placed': record<P['marks-placed']>({ source: id, marks: listOf(isPlaced, mostPlaced) }),
  'mark-coloured': record<P['mark-coloured']>({ mark: id, colour: oneOf(...markColours) }),
  'mark-restyled': record<P['mark-restyled']>({
    mark: id,
    kind: oneOf('highlight', 'underline'),
  }),
  'reading-corrected': record<P['reading-corrected']>({ mark: id, reading: isLong }),
  reviewed: record<P['reviewed']>({ mark: id, review: oneOf(...reviewStates) }),
  noted: record<P['noted']>({ mark: id, text: isLong }),
  tagged: record<P['tagged']>({ mark: id, tag: id }),
  untagged: record<P['untagged']>({ mark: id, tag: id }),
  unmarked: record<P['unmarked']>({ mark: id }),
  remarked: record<P['remarked']>({ mark: id }),
  'quote-made': record<P['quote-made']>({ quote: id, source: id, content: isQuoteContent }),
  'quote-changed': record<P['quote-changed']>({ quote: id, content: isQuoteContent }),
  translated: record<P['translated']>({
    quote: id,
    translation: (value) => isNull(value) || isTranslation(value),
  }),
  'quote-removed': record<P['quote-removed']>({ quote: id }),
  'quote-restored': record<P['quote-restored']>({ quote: id }),
  'statement-made': record<P['statement-made']>({
    statement: record<P['statement-made']['statement']>({
      id,
      source: id,
      terms: listOf(isShort, mostTerms),
    }),
  }),
  'statement-removed': record<P['statement-removed']>({ source: id, statement: id }),
  exported: record<P['exported']>(
    {
      marks: count,
      quotes: count,
      files: listOf(record({ name: isShort, sha256: hexText(64) }), 10_000),
    },
    ['quotes'],
  ),
  'backed-up': record<P['backed-up']>({ files: count, bytes: count }),
  purged: record<P['purged']>({
    source: id,
    subjects: listOf(isSubject, mostPurged),
    keys: listOf(isKeyName, mostPurged),
    files: listOf(id, mostPurged),
  }),
  'passphrase-changed': record<P['passphrase-changed']>({ slot: id, replaced: listOf(id, 1_000) }),
  'slot-added': record<P['slot-added']>({
    slot: id,
    kind: oneOf('passphrase', 'recovery'),
    person: id,
    label: isShort,
  }),
  'slot-named': record<P['slot-named']>({ slot: id, label: isShort }),
  'slot-removed': record<P['slot-removed']>({ slot: id }),
  'renewal-begun': record<P['renewal-begun']>({ locker: id, purged: integer(0, 1_000_000_000) }),
  'keys-renewed': record<P['keys-renewed']>({
    from: id,
    phrase: isShort,
    segments: listOf(
      record<P['keys-renewed']['segments'][number]>({
        name: text(80),
        length: integer(0, Number.MAX_SAFE_INTEGER),
      }),
      1_000_000,
    ),
    pools: listOf(text(40), 1_000_000),
    files: listOf(id, 1_000_000),
  }),
  'settings-changed': record<P['settings-changed']>({ settings: isSomeSettings }),
  'phrase-taken': record<P['phrase-taken']>({ purpose: oneOf('shown', 'export') }),
};

const subjects =
  /^(?:library|source\/[0-9a-f]{32}|marks\/[0-9a-f]{32}\/[0-9a-f]{32}|person\/[0-9a-f]{32})$/;

export function isSubject(value: unknown): value is Subject {
  return typeof value === 'string' && subjects.test(value);
}

const isKind = oneOf(...(Object.keys(payloads) as ChangeKind[]));
const isNumbered = record<Pick<Change, 'id' | 'seq' | 'clock' | 'at' | 'person'>>({
  id,
  seq: count,
  clock: count,
  at: count,
  person: id,
});

/** The part of a change that a person decided. */
export function parseAct(value: unknown): Act | undefined {
  if (!isObject(value)) return undefined;
  const { subject, kind, payload, reverses, ...rest } = value;
  if (!isSubject(subject) || !isKind(kind) || !payloads[kind](payload)) return undefined;
  if (Object.keys(rest).length > 0) return undefined;
  const act = { subject, kind, payload } as Act; // the table knows that kind and payload belong together
  if (reverses === undefined) return act;
  return id(reverses) ? { ...act, reverses } : undefined;
}

/** A change as a part of a frame holds it: without its device and subject, which the frame and the part know. */
export function parseChange(
  value: unknown,
  device: DeviceId,
  subject: Subject,
): Change | undefined {
  if (!isObject(value)) return undefined;
  const { kind, payload, reverses, ...numbers } = value;
  const act = parseAct({ subject, kind, payload, reverses });
  return act !== undefined && isNumbered(numbers) ? { ...act, ...numbers, device } : undefined;
}
