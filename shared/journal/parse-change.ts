// What is read from a journal, or sent by a screen, is data from outside until it went through here.
import { isId, type DeviceId } from '../evidence/ids.ts';
import { markColours, type TextAnchor } from '../evidence/mark.ts';
import type { Person } from '../evidence/person.ts';
import {
  unreadableReasons,
  type Original,
  type PreciseDate,
  type SourceDetails,
  type WorkingCopy,
} from '../evidence/source.ts';
import type { Tag } from '../evidence/tag.ts';
import { hexText, integer, isObject, listOf, oneOf, record, text, type Shape } from '../shape.ts';
import type { Act, Change, ChangeKind, ChangePayloads, Subject } from './change.ts';

const count = integer(0, Number.MAX_SAFE_INTEGER);
const short = text(1_000);
const long = text(4_000_000);
const id = isId; // fits every kind of id

const person = record<Person>({ id, name: short, colour: short });
const tag = record<Tag>({ id, name: short });
const original = record<Original>({
  file: id,
  name: short,
  mediaType: short,
  sizeBytes: count,
  sha256: hexText(64),
});
const working = record<WorkingCopy>({
  file: id,
  extractor: short,
  pages: count,
  words: count,
  unreadable: count,
});
const detailFields = {
  title: long,
  publisher: long,
  author: long,
  published: record<PreciseDate>({
    value: short,
    precision: oneOf('day', 'month', 'year', 'none'),
  }),
  url: long,
  accessed: short,
  language: short,
  country: short,
  remark: long,
};
const details = record<SourceDetails>(detailFields);
const someDetails = record<Partial<SourceDetails>>(
  detailFields,
  Object.keys(detailFields) as (keyof SourceDetails)[],
);
const anchor = record<TextAnchor>({
  start: count,
  end: count,
  exact: long,
  prefix: short,
  suffix: short,
});

type P = ChangePayloads;
const payloads: { readonly [K in ChangeKind]: Shape<P[K]> } = {
  'locker-created': record<P['locker-created']>({ name: short }),
  'person-named': record<P['person-named']>({ person }),
  'tag-made': record<P['tag-made']>({ tag }),
  'tag-renamed': record<P['tag-renamed']>({ tag: id, name: short }),
  'source-imported': record<P['source-imported']>(
    {
      source: id,
      format: oneOf('pdf', 'plain', 'markdown', 'unknown'),
      original,
      status: oneOf('text', 'no-text', 'needs-password', 'unreadable'),
      reason: oneOf(...unreadableReasons),
      working,
      details,
    },
    ['reason', 'working'],
  ),
  'source-described': record<P['source-described']>({ source: id, details: someDetails }),
  'source-removed': record<P['source-removed']>({ source: id }),
  'source-restored': record<P['source-restored']>({ source: id }),
  marked: record<P['marked']>({
    mark: record<P['marked']['mark']>({
      id,
      source: id,
      workingFile: id,
      anchor,
      firstPage: count,
      lastPage: count,
      pageLabel: short,
      colour: oneOf(...markColours),
    }),
  }),
  'mark-coloured': record<P['mark-coloured']>({ mark: id, colour: oneOf(...markColours) }),
  noted: record<P['noted']>({ mark: id, text: long }),
  tagged: record<P['tagged']>({ mark: id, tag: id }),
  untagged: record<P['untagged']>({ mark: id, tag: id }),
  unmarked: record<P['unmarked']>({ mark: id }),
  remarked: record<P['remarked']>({ mark: id }),
  exported: record<P['exported']>({
    marks: count,
    files: listOf(record({ name: short, sha256: hexText(64) }), 10_000),
  }),
  'passphrase-changed': record<P['passphrase-changed']>({ slot: id, replaced: listOf(id, 1_000) }),
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

/** An act as a screen asks for it. */
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
