// The kinds of change a journal holds. Every act of a person that must last is one of these; state is their fold.
import type {
  CaseId,
  ChangeId,
  DeviceId,
  FileId,
  MarkId,
  PersonId,
  QuoteId,
  SourceId,
  StatementId,
  TagId,
} from '../evidence/ids.ts';
import type {
  Mark,
  MarkColour,
  MarkKind,
  MarkPlacement,
  ReviewState,
  TextAnchor,
} from '../evidence/mark.ts';
import type { Organisation } from '../evidence/organisation.ts';
import type { KeySlot } from '../evidence/key-slot.ts';
import type { Person } from '../evidence/person.ts';
import type { QuoteContent } from '../evidence/quote.ts';
import type {
  DetailsConfidence,
  Original,
  PageLabelRange,
  ReadingState,
  SourceDetails,
  SourceFormat,
  SourceStatus,
  SourceVersion,
  UnreadableReason,
  WorkingCopy,
} from '../evidence/source.ts';
import type { RelationKind, SourcePair } from '../evidence/relation.ts';
import type { Statement } from '../evidence/statement.ts';
import type { Tag } from '../evidence/tag.ts';
import type { Translation } from '../evidence/translation.ts';
import type { LockerSettings } from '../evidence/settings.ts';

/**
 * The unit of secrecy: each subject has keys of its own.
 * `library` · `source/<id>` (original, working texts, details) · `marks/<source>/<case>` (marks, notes) · `person/<id>`.
 */
export type Subject =
  'library' | `source/${SourceId}` | `marks/${SourceId}/${CaseId}` | `person/${PersonId}`;

/** Cases arrive with a later format; until then all marks belong to the general one. */
export const generalCase = '00000000000000000000000000000000' as CaseId;

export interface ChangePayloads {
  readonly 'locker-created': { readonly name: string };
  readonly 'person-named': { readonly person: Person };
  /** Journals of before format 4 tell an id and a name alone. */
  readonly 'tag-made': { readonly tag: Pick<Tag, 'id' | 'name'> & Partial<Tag> };
  readonly 'tag-renamed': { readonly tag: TagId; readonly name: string };
  readonly 'tag-changed': {
    readonly tag: TagId;
    readonly change: Partial<Pick<Tag, 'name' | 'parent' | 'colour' | 'definition' | 'removed'>>;
  };
  /** `into` stands for the tag from now on; null takes that back. */
  readonly 'tag-merged': { readonly tag: TagId; readonly into: TagId | null };
  /** All of it anew; one with an empty name is forgotten. Of subject `library`. */
  readonly 'organisation-described': { readonly organisation: Organisation };
  readonly 'source-imported': {
    readonly source: SourceId;
    readonly format: SourceFormat | 'unknown';
    readonly original: Original;
    readonly status: SourceStatus;
    readonly reason?: UnreadableReason;
    readonly working?: WorkingCopy;
    /** Journals of before format 4 lack the later fields. */
    readonly details: Partial<SourceDetails>;
    readonly proposed?: DetailsConfidence;
    readonly partOf?: SourceId;
  };
  readonly 'source-described': {
    readonly source: SourceId;
    readonly details: Partial<SourceDetails>;
    /** Where a description is taken back: which of the fields nobody had confirmed before it. */
    readonly proposed?: DetailsConfidence;
  };
  /** A person's page labels, all of them anew; none go back to the document's own. */
  readonly 'pages-labelled': {
    readonly source: SourceId;
    readonly labels: readonly PageLabelRange[];
  };
  readonly 'reading-set': {
    readonly source: SourceId;
    readonly state: ReadingState['state'] | 'unread';
  };
  /** A newer original, or the same one read anew. What it was before stays held, and is named by the change that brought it. */
  readonly 'source-renewed': SourceVersion & { readonly source: SourceId };
  /** What a person says of two sources, ids ascending. Of subject `library`: it holds ids alone, and is of both of them. */
  readonly 'sources-related': SourcePair & { readonly relation: RelationKind | 'undecided' };
  readonly 'source-removed': { readonly source: SourceId };
  readonly 'source-restored': { readonly source: SourceId };
  readonly marked: {
    readonly mark: Pick<
      Mark,
      'id' | 'source' | 'workingFile' | 'firstPage' | 'lastPage' | 'pageLabel' | 'colour'
    > & { readonly anchor: TextAnchor } & Partial<Pick<Mark, 'kind' | 'more' | 'area'>>;
  };
  /** Where marks stand in a new text of their source, or with a range more or less in the one they have. A mark that is not placed keeps its old words and text. */
  readonly 'marks-placed': {
    readonly source: SourceId;
    readonly marks: readonly (MarkPlacement & { readonly mark: MarkId })[];
  };
  readonly 'mark-coloured': { readonly mark: MarkId; readonly colour: MarkColour };
  /** An area stays one. */
  readonly 'mark-restyled': { readonly mark: MarkId; readonly kind: Exclude<MarkKind, 'area'> };
  readonly 'reading-corrected': { readonly mark: MarkId; readonly reading: string };
  readonly reviewed: { readonly mark: MarkId; readonly review: ReviewState };
  readonly noted: { readonly mark: MarkId; readonly text: string };
  readonly tagged: { readonly mark: MarkId; readonly tag: TagId };
  readonly untagged: { readonly mark: MarkId; readonly tag: TagId };
  readonly unmarked: { readonly mark: MarkId };
  readonly remarked: { readonly mark: MarkId };
  /** Of subject `marks/<source>/<case>`, like the passages it is made of: both go with their source. */
  readonly 'quote-made': {
    readonly quote: QuoteId;
    readonly source: SourceId;
    readonly content: QuoteContent;
  };
  /** All of it anew: two people's edits of one quote are not mixed into a third that nobody wrote. */
  readonly 'quote-changed': { readonly quote: QuoteId; readonly content: QuoteContent };
  /** All of it anew, or taken away. */
  readonly translated: { readonly quote: QuoteId; readonly translation: Translation | null };
  readonly 'quote-removed': { readonly quote: QuoteId };
  readonly 'quote-restored': { readonly quote: QuoteId };
  /** That a source does not mention something; made again where it was removed. Of subject `marks/<source>/<case>`. */
  readonly 'statement-made': {
    readonly statement: Pick<Statement, 'id' | 'source' | 'terms'>;
  };
  readonly 'statement-removed': Pick<Statement, 'source'> & { readonly statement: StatementId };
  readonly exported: {
    readonly marks: number;
    /** Of them composed ones; absent in acts of before there were any. */
    readonly quotes?: number;
    readonly files: readonly { readonly name: string; readonly sha256: string }[];
  };
  /** A backup that was opened and verified: what lies in it. Where it lies is not said. */
  readonly 'backed-up': { readonly files: number; readonly bytes: number };
  /**
   * A source and its marks, deleted for good: its subjects, the names of their keys and its sealed files. Said again with
   * what turns up later in another copy. Of subject `library`; nothing takes it back.
   */
  readonly purged: {
    readonly source: SourceId;
    readonly subjects: readonly Subject[];
    readonly keys: readonly string[];
    readonly files: readonly FileId[];
  };
  /** `replaced`: slots that were deleted; one that comes back by a merge still opens the locker and is reported. */
  readonly 'passphrase-changed': { readonly slot: string; readonly replaced: readonly string[] };
  /** Whose a slot is and what it is called. Written before the slot itself, so that no slot is ever without a person. */
  readonly 'slot-added': Pick<KeySlot, 'kind' | 'person' | 'label'> & { readonly slot: string };
  readonly 'slot-named': { readonly slot: string; readonly label: string };
  /** Written before the slot is deleted; one that is there nevertheless is deleted at the next opening. */
  readonly 'slot-removed': { readonly slot: string };
  /**
   * New keys for everything are being prepared in a locker of this id, without what the first `purged` sources held. Said
   * again by every attempt; where more sources are purged by then, what was prepared is dropped.
   */
  readonly 'renewal-begun': { readonly locker: string; readonly purged: number };
  /**
   * Everything here was sealed anew: these segments at these lengths, files and key pools of the locker before are to be
   * deleted. `phrase`: its last seal phrase; earlier ones are found in older copies only.
   */
  readonly 'keys-renewed': {
    readonly from: string;
    readonly phrase: string;
    readonly segments: readonly { readonly name: string; readonly length: number }[];
    readonly pools: readonly string[];
    readonly files: readonly FileId[];
  };
  readonly 'settings-changed': { readonly settings: Partial<LockerSettings> };
  /** The seal phrase was read of the frame that holds this change (`shared/locker/seal-phrase.ts`). */
  readonly 'phrase-taken': { readonly purpose: 'shown' | 'export' };
}

export type ChangeKind = keyof ChangePayloads;

/** What a person does: the part of a change that is decided before the journal numbers it. */
export type Act = {
  readonly [K in ChangeKind]: {
    readonly subject: Subject;
    readonly kind: K;
    readonly payload: ChangePayloads[K];
    /** The change this one reverses, where it is an undo or a redo. */
    readonly reverses?: ChangeId;
  };
}[ChangeKind];

/** An act as the journal holds it. Total order: clock, then device, then seq, then id (a copied profile may count twice). */
export type Change = Act & {
  readonly id: ChangeId;
  readonly device: DeviceId;
  /** Counts this device's changes from 1, without a gap. */
  readonly seq: number;
  /** Lamport clock. */
  readonly clock: number;
  /** Wall clock, milliseconds since 1970; shown, never used for order. */
  readonly at: number;
  readonly person: PersonId;
};

export function compareChanges(a: Change, b: Change): number {
  return (
    a.clock - b.clock || compareIds(a.device, b.device) || a.seq - b.seq || compareIds(a.id, b.id)
  );
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
