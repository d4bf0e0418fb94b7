// The one typed list of calls between the screens and the vault worker. The worker is the truth; screens ask again when
// it says `changed`. Nothing here is a key; a passphrase goes in key by key (`secret:edit`) and never comes back.
import type { FoundAnnotation } from '../../shared/annotation/found.ts';
import type { Person } from '../../shared/evidence/person.ts';
import type {
  MarkId,
  PersonId,
  QuoteId,
  SourceId,
  StatementId,
} from '../../shared/evidence/ids.ts';
import type { Mark } from '../../shared/evidence/mark.ts';
import type { Organisation } from '../../shared/evidence/organisation.ts';
import type { Relation, RelationReason } from '../../shared/editions/relation.ts';
import type { RelatedSource } from '../../shared/evidence/relation.ts';
import type { Reanchored, ReanchoredMark } from '../../shared/anchor/reanchor.ts';
import type {
  DetailsConfidence,
  Original,
  Source,
  SourceDetails,
  SourceFormat,
  SourceStatus,
} from '../../shared/evidence/source.ts';
import type { UnreadableReason } from '../../shared/evidence/source.ts';
import type { Tag } from '../../shared/evidence/tag.ts';
import type { Act, ChangeKind } from '../../shared/journal/change.ts';
import type { LockerSettings } from '../../shared/evidence/settings.ts';
import type { ComposedQuote } from '../../shared/quote/composed-quote.ts';
import type { Elsewhere } from '../../shared/quote/in-related.ts';
import type { QuotedMark } from '../../shared/quote/quoted-mark.ts';
import type { Result } from '../../shared/result.ts';
import type { SearchAnswer } from '../../shared/search/answer.ts';
import type { ActivityFilter } from '../../shared/activity/filter.ts';
import type { PhraseFinding } from '../../shared/locker/find-phrase.ts';
import type { Difference } from '../../shared/verify/verdict.ts';
import type { ActivityPage, JournalHealth } from './activity.ts';

/** Fields a secret is typed into. Each has its own buffer of code points in the worker, zeroed after use. */
export type SecretField = 'passphrase' | 'repeat' | 'current' | 'recovery';

/** One edit of a secret, straight from `beforeinput`: replace the code points [from, to) by `insert`. */
export interface SecretEdit {
  readonly field: SecretField;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export interface SecretState {
  /** Code points typed so far: how many dots to draw. */
  readonly length: number;
  /** For `passphrase`: 0 (guessed at once) to 4 (strong), whether it may be used, and what to do about it. */
  readonly strength?: {
    readonly score: 0 | 1 | 2 | 3 | 4;
    readonly accepted: boolean;
    readonly advice: string;
  };
  /** For `repeat`: whether it equals `passphrase`. */
  readonly matches?: boolean;
}

export type LockerState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'open'; readonly person: Person };

/** What the person should know after unlocking; all empty is the normal case. */
export interface OpenReport {
  readonly person: Person;
  /** Runs that ended without closing, with the time of their last act. */
  readonly unclosed: readonly { readonly device: string; readonly lastAt: number }[];
  /** Items that are damaged or missing, in words for a person. */
  readonly alarms: readonly string[];
  /** Files and keys other devices wrote that have not arrived yet. */
  readonly notArrived: number;
  /** True when the sealed views were rebuilt from the journal. */
  readonly rebuilt: boolean;
}

/** How a source's original or text is not as it was sealed. */
export type SourceHarm = 'damaged' | 'missing' | 'not-arrived' | 'key-missing';

/** Something a check found, in words for a person. */
export interface Finding {
  readonly kind: 'damaged' | 'missing' | 'not-arrived' | 'unclosed' | 'torn' | 'stray';
  readonly what: string;
  readonly means: string;
  readonly todo: string;
  readonly source?: SourceId;
  /** The moment it speaks of, milliseconds since 1970. */
  readonly at?: number;
}

export interface CheckView {
  readonly at: number;
  readonly sources: number;
  /** Sealed files, and frames of the journal, that were opened. */
  readonly files: number;
  readonly frames: number;
  readonly findings: readonly Finding[];
}

export interface BackupView {
  readonly at: number;
  readonly sources: number;
  /** Files copied this time, and their bytes; `bytes` is all of the backup. */
  readonly copied: number;
  readonly copiedBytes: number;
  readonly bytes: number;
  /** It was opened, every file in it is whole, and it tells of every act. */
  readonly isVerified: boolean;
  readonly lackingActs: number;
  readonly findings: readonly Finding[];
}

export interface BroughtView {
  readonly brought: number;
  readonly check: CheckView;
}

export interface SafekeepingAct {
  readonly act: 'check' | 'backup' | 'copy' | 'bring-back';
  readonly stage: 'comparing' | 'copying' | 'verifying';
  readonly done: number;
  /** 0 where nobody knows. */
  readonly total: number;
}

export interface SafekeepingView {
  readonly running: SafekeepingAct | null;
  /** The last check of this session. */
  readonly check: CheckView | null;
  /** The last backup that was verified. */
  readonly backedUp: { readonly at: number; readonly files: number; readonly bytes: number } | null;
  readonly backupDue: boolean;
  /** Sources that are known not to be whole here; what has not arrived yet is none of them. */
  readonly harmed: number;
  /** Sealed files that were looked at while nobody did anything, of all. */
  readonly idle: { readonly done: number; readonly total: number };
}

/** The library without the removed. `marks` counts per source. Sorted by import time, newest first. */
export interface LibraryView {
  readonly people: readonly Person[];
  /** By name. Merged and removed ones are left out; `parent` is one of these or null. `marksBelow` counts those of all below as well. */
  readonly tags: readonly (Tag & { readonly marks: number; readonly marksBelow: number })[];
  readonly removedTags: readonly Tag[];
  readonly sources: readonly (Source & {
    readonly marks: number;
    /** Copies and editions, as people decided. */
    readonly related: readonly RelatedSource[];
    /** Its original or text is known not to be whole. */
    readonly harm?: SourceHarm;
  })[];
  /** Publishers as they are remembered, by name. */
  readonly organisations: readonly Organisation[];
  readonly markCount: number;
  readonly quoteCount: number;
}

export interface TrashView {
  /** `marks` counts all of the source's, removed or not: they come back with it, and are deleted with it. */
  readonly sources: readonly {
    readonly id: SourceId;
    readonly title: string;
    readonly marks: number;
    readonly removedAt: number;
    readonly removedBy: string;
  }[];
  /** Of sources that stand. */
  readonly marks: readonly {
    readonly id: MarkId;
    readonly source: SourceId;
    readonly title: string;
    readonly quote: string;
    readonly removedAt: number;
    readonly removedBy: string;
  }[];
  /** Of sources that stand. */
  readonly quotes: readonly {
    readonly id: QuoteId;
    readonly source: SourceId;
    readonly title: string;
    readonly quote: string;
    readonly removedAt: number;
    readonly removedBy: string;
  }[];
  /** Files deleted for good that the disk has not let go of yet. */
  readonly left: number;
}

export interface ImportedText {
  readonly status: SourceStatus;
  readonly reason?: UnreadableReason;
  readonly format: SourceFormat | 'unknown';
  /** `encodeWorkingText` bytes, present when status is `text` or `no-text` and the document opened. */
  readonly working?: ArrayBuffer;
  readonly extractor: string;
  readonly pages: number;
  readonly words: number;
  readonly unreadable: number;
  /** What the document says of itself: proposals, to be confirmed by the person. */
  readonly details: Partial<SourceDetails>;
  /** A PDF's own highlights and notes, where it has any: marks can be made of them. */
  readonly annotations?: readonly FoundAnnotation[];
  /** How sure each of the details is; one that is not named is no proposal. */
  readonly proposed?: DetailsConfidence;
  /** Attachments of a mail, each to be imported as a source of its own (`partOf`). */
  readonly parts?: readonly ImportedPart[];
}

export interface ImportedPart {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: ArrayBuffer;
}

/** What becomes of a mark or quote in a new text of its source. */
export interface PassageFate {
  readonly of: 'mark' | 'quote';
  readonly id: MarkId | QuoteId;
  readonly how: Reanchored['how'];
  /** As it was marked or quoted, and on which page. */
  readonly words: string;
  readonly pageLabel: string;
  /** Where it is changed: the words that stand there now and what of them differs; empty and none otherwise. */
  readonly now: string;
  readonly differences: readonly Difference[];
}

/** A newer original of a source, or its text read anew: nothing is changed by it yet. */
export interface NewVersion {
  readonly source: SourceId;
  readonly original: Pick<Original, 'name' | 'sizeBytes' | 'sha256'>;
  readonly isNewOriginal: boolean;
  readonly status: SourceStatus;
  readonly reason?: UnreadableReason;
  readonly extractor: string;
  readonly pages: number;
  readonly words: number;
  /** The text is letter by letter what it was. */
  readonly isSameText: boolean;
  /** Of all marks and quotes that stand, in the order of the text before. */
  readonly passages: readonly PassageFate[];
}

/** What two sources may be to each other, with the reasons. A person decides. */
export interface ProposedRelation {
  /** The other one. */
  readonly source: SourceId;
  readonly relation: RelatedSource['relation'];
  readonly confidence: Relation['confidence'];
  readonly reasons: readonly RelationReason[];
  /** The newer edition of both, where titles or dates tell. */
  readonly newer?: SourceId;
}

/** That a source does not mention something, held against its text and those of its copies and editions. */
export interface CheckedStatement {
  readonly statement: StatementId;
  readonly terms: readonly string[];
  readonly madeAt: number;
  /** Its own source first, of which `relation` is null. Contradicted where `count` is not 0. */
  readonly checks: readonly {
    readonly source: SourceId;
    readonly title: string;
    readonly relation: RelatedSource['relation'] | null;
    readonly hasText: boolean;
    readonly count: number;
    /** The first of them, with some words around. */
    readonly places: readonly {
      readonly start: number;
      readonly end: number;
      readonly words: string;
    }[];
  }[];
}

/** A mark of an earlier text of its source, that has no place in the present one until a person gives it one. */
export interface MarkToPlace {
  readonly mark: MarkId;
  /** Where something like it stands now; for a person to decide. */
  readonly found: Reanchored;
  /** Places of its further ranges, where it has any. */
  readonly more: ReanchoredMark['more'];
  readonly now: string;
}

/** A secret that opens the locker now, typed into `current`: without one nobody adds or takes away a key. */
export type Proof = 'passphrase' | 'recovery';

/** One passphrase or recovery key. */
export interface KeyView {
  readonly slot: string;
  readonly label: string;
  /** Wall clock, milliseconds since 1970; null for keys of before the journal knew them. */
  readonly addedAt: number | null;
  /** This session was opened with it. */
  readonly openedThis: boolean;
}

export interface PersonKeys {
  readonly person: Person;
  readonly isYou: boolean;
  readonly keys: readonly KeyView[];
}

/** Who can open the locker. */
export interface KeysView {
  /** You first, then those with keys, then those without. */
  readonly people: readonly PersonKeys[];
  /** One, but for a replacement that was cut off or a merge of copies. */
  readonly recovery: readonly KeyView[];
  /** Passphrases whose person is not known here: what tells it has not arrived. */
  readonly unknown: readonly KeyView[];
  /** A renewal of all keys was begun and is not finished. */
  readonly renewalBegun: boolean;
}

/** A place one reads at, in one text of a source. */
export interface KeptPlace {
  /** `WorkingCopy.file` of the text. */
  readonly workingFile: string;
  readonly offset: number;
  /** Index of the page and how far down in it, 0 to 1. */
  readonly page: number;
  readonly fraction: number;
}

interface Calls {
  'locker:look': { request: null; response: LockerState };
  'secret:edit': { request: SecretEdit; response: SecretState };
  'secret:clear': { request: null; response: null };
  /** Puts six random words into `passphrase` and shows them once. */
  'secret:offer': { request: null; response: { readonly words: string } };
  /** Uses `passphrase` and `repeat`. The locker exists once the recovery key was proven (`recovery:prove`). */
  'locker:create': {
    request: { readonly name: string; readonly colour: string };
    response: { readonly recoveryKey: string };
  };
  /** Compares the secret field `recovery` with the key shown; on success the locker is open. */
  'recovery:prove': { request: null; response: OpenReport };
  'locker:unlock': {
    request: { readonly by: 'passphrase' | 'recovery' };
    response: OpenReport;
  };
  /** Milliseconds until the next try of a secret is taken. */
  'attempts:read': { request: null; response: { readonly waitMs: number } };
  'keys:read': { request: null; response: KeysView };
  /** Your own. Uses `current`, `passphrase`, `repeat`. */
  'passphrase:change': { request: { readonly proof: Proof }; response: null };
  /** Another passphrase for a person, new or known. Uses `current`, `passphrase`, `repeat`. */
  'keys:add': {
    request: {
      readonly person: { readonly id: PersonId | null } & Pick<Person, 'name' | 'colour'>;
      readonly label: string;
      readonly proof: Proof;
    };
    response: null;
  };
  /** Uses `current`. */
  'keys:remove': { request: { readonly slot: string; readonly proof: Proof }; response: null };
  /** Whether `recovery` opens the locker; changes nothing. */
  'recovery:check': { request: null; response: null };
  /** Uses `current`. The new key counts, and the old one is gone, once it was typed back (`recovery:confirm`). */
  'recovery:replace': {
    request: { readonly proof: Proof };
    response: { readonly recoveryKey: string };
  };
  /** Compares `recovery` with the new key shown. */
  'recovery:confirm': { request: null; response: null };
  /**
   * New keys for everything. Uses `current`, your passphrase; nothing is written yet. `recoveryKey` is the new one, to be
   * typed back; null where a renewal goes on that has one already.
   */
  'renewal:prepare': { request: null; response: { readonly recoveryKey: string | null } };
  /**
   * Compares `recovery` with the new key shown, then renews; `renewing` events tell how far it is. Whatever it answers but
   * `recovery-unproven`, the locker has to be closed and unlocked again.
   */
  'renewal:run': { request: null; response: null };
  'renewal:stop': { request: null; response: null };
  /** Deletes what a renewal prepared that was not finished. */
  'renewal:drop': { request: null; response: null };
  /** Ends the run with its closing frame and forgets the keys. The renderer is ended after it. */
  'locker:close': { request: null; response: null };
  'settings:read': { request: null; response: LockerSettings };
  'library:read': { request: null; response: LibraryView };
  /** `count` acts that fit, the newest first, after the first `from`. */
  'activity:read': {
    request: { readonly filter: ActivityFilter; readonly from: number; readonly count: number };
    response: ActivityPage;
  };
  'activity:health': { request: null; response: JournalHealth };
  /** Writes that the phrase was taken, and answers it. */
  'phrase:take': {
    request: { readonly purpose: 'shown' | 'export' };
    response: { readonly phrase: string; readonly at: number };
  };
  /** `whole`: what the last opening read had no damage and nothing missing. */
  'phrase:check': {
    request: { readonly typed: string };
    response: { readonly finding: PhraseFinding; readonly whole: boolean };
  };
  'statements:read': {
    request: { readonly source: SourceId };
    response: readonly CheckedStatement[];
  };
  /** Sources that may be copies or editions of one, the surest first; none that was decided of. */
  'relations:propose': {
    request: { readonly source: SourceId };
    response: readonly ProposedRelation[];
  };
  /** Quotes in copies and editions of their sources; `everywhere`: in all other sources as well, for a common origin. */
  'quotes:elsewhere': {
    request: { readonly quotes: readonly QuoteId[]; readonly everywhere?: boolean };
    response: readonly (Elsewhere & { readonly quote: QuoteId })[];
  };
  /** Marks of a source that no place in its present text was confirmed for. */
  'marks:to-place': { request: { readonly source: SourceId }; response: readonly MarkToPlace[] };
  /**
   * Seals a newer original of a source. `file` names it; empty where these bytes are the source's original already, and
   * nothing is sealed.
   */
  'version:original': {
    request: {
      readonly source: SourceId;
      readonly name: string;
      readonly mediaType: string;
      readonly blob: Blob;
    };
    response: { readonly file: string };
  };
  /** What the new text would do to marks and quotes. `file`: the newer original, or null for the one that is held. */
  'version:compare': {
    request: {
      readonly source: SourceId;
      readonly file: string | null;
      readonly text: ImportedText;
    };
    response: NewVersion;
  };
  /** What was compared last becomes the source's version; what was found as it was goes along. Undo takes it back. */
  'version:accept': {
    request: { readonly source: SourceId };
    response: { readonly placed: number; readonly left: number };
  };
  'version:discard': { request: { readonly source: SourceId }; response: null };
  'marks:read': { request: { readonly source: SourceId }; response: readonly Mark[] };
  /** `encodeWorkingText` bytes. */
  'text:read': { request: { readonly source: SourceId }; response: ArrayBuffer };
  /** Where it was left on this device; null where that is not known. */
  'place:read': { request: { readonly source: SourceId }; response: KeptPlace | null };
  /** Sealed, for this device alone; no change of the journal. */
  'place:keep': {
    request: { readonly source: SourceId; readonly place: KeptPlace };
    response: null;
  };
  'original:read': { request: { readonly source: SourceId }; response: ArrayBuffer };
  /** Answers when the acts are on the disk. */
  act: { request: readonly Act[]; response: { readonly at: number } };
  /** Reverses this session's last act of the person that is not yet undone; says which kind it was. */
  undo: { request: null; response: { readonly kind: ChangeKind; readonly subject: string } };
  redo: { request: null; response: { readonly kind: ChangeKind; readonly subject: string } };
  /** Seals the original while it streams in; the answer names the sealed file. Bytes already held are not sealed again. */
  'import:original': {
    /** `blob`: a file of the disk. `bytes`: made here, such as an attachment; they are transferred. */
    request: { readonly name: string; readonly mediaType: string } & (
      { readonly blob: Blob } | { readonly bytes: ArrayBuffer }
    );
    response: {
      readonly file: string;
      readonly duplicateOf: SourceId | null;
    };
  };
  /** Seals the working text and writes the `source-imported` change. */
  'import:finish': {
    request: {
      readonly file: string;
      readonly text: ImportedText;
      /** The mail it was attached to. */
      readonly partOf?: SourceId;
    };
    response: SourceId;
  };
  'import:discard': { request: { readonly file: string }; response: null };
  search: { request: { readonly query: string; readonly limit: number }; response: SearchAnswer };
  'safekeeping:read': { request: null; response: SafekeepingView };
  /** Reads everything again, every file. One act of safekeeping at a time; `progress` events tell how far it is. */
  'check:run': { request: null; response: CheckView };
  /** Main asks for the folder. */
  'backup:run': { request: null; response: BackupView };
  /** Into an empty folder, as a locker of its own; nothing of it stays where it is stopped or fails. */
  'locker:copy': { request: null; response: BackupView };
  'backup:bring-back': { request: null; response: BroughtView };
  'safekeeping:stop': { request: null; response: null };
  'trash:read': { request: null; response: TrashView };
  /** Deletes a removed source and its marks for good; nothing takes it back. Answers how many files are still here. */
  'source:purge': {
    request: { readonly source: SourceId };
    response: { readonly left: number };
  };
  /** Tries again what a disk refused. */
  'purge:finish': { request: null; response: { readonly left: number } };
  /** The marks to quote: all, or those of the given ids, in document order, sources by title. */
  'quotes:read': {
    /** `verify`: each with its proof. */
    request: { readonly marks: readonly MarkId[] | null; readonly verify?: true };
    response: readonly QuotedMark[];
  };
  /** Composed quotes in the same order, each printed and verified: all, or those of the given ids. */
  'quotes:composed': {
    request: { readonly quotes: readonly QuoteId[] | null };
    response: readonly ComposedQuote[];
  };
}

export type VaultCall = keyof Calls;
export type VaultRequest<C extends VaultCall> = Calls[C]['request'];
export type VaultResponse<C extends VaultCall> = Calls[C]['response'];

/** What the worker tells without being asked. */
export type VaultEvent =
  | { readonly kind: 'changed'; readonly subjects: readonly string[] }
  | { readonly kind: 'progress'; readonly running: SafekeepingAct }
  | {
      readonly kind: 'renewing';
      readonly stage: 'sealing' | 'verifying';
      /** Files of files. */
      readonly done: number;
      readonly total: number;
    };

/** The vault as the screens hold it; the worker client and the tests' in-memory vault both are one. */
export interface Vault {
  ask<C extends VaultCall>(call: C, request: VaultRequest<C>): Promise<Result<VaultResponse<C>>>;
  /** Calls `listener` after every change; returns the way to stop. */
  listen(listener: (event: VaultEvent) => void): () => void;
}
