import type { TagId } from '../../shared/evidence/ids.ts';
import type { Mark, MarkColour, ReviewState } from '../../shared/evidence/mark.ts';
import type { Tag } from '../../shared/evidence/tag.ts';
import type { Act } from '../../shared/journal/change.ts';

/** What is being edited of the selected mark. */
export type Editing = 'note' | 'tag' | 'colour' | 'reading';

/** What a person does on a card; each is recorded at once. */
export interface MarkCommands {
  readonly goTo: (mark: Mark) => void;
  readonly select: (mark: Pick<Mark, 'id'>) => void;
  readonly edit: (mark: Pick<Mark, 'id'>, what: Editing) => void;
  readonly stopEditing: (mark: Pick<Mark, 'id'>) => void;
  readonly recolour: (mark: Mark, colour: MarkColour) => void;
  /** Whether it is on the disk now. */
  readonly note: (mark: Mark, text: string) => Promise<boolean>;
  /** How its words should read; empty for as they were extracted. */
  readonly correct: (mark: Mark, reading: string) => Promise<boolean>;
  readonly review: (mark: Mark, review: ReviewState) => void;
  /** Begins to size and move an area by keyboard. */
  readonly reshape: (mark: Mark) => void;
  readonly restyle: (mark: Mark, kind: 'highlight' | 'underline') => void;
  /** Several acts at once: one undo takes them all back. */
  readonly all: (acts: readonly Act[]) => void;
  readonly tag: (mark: Mark, tag: Tag) => void;
  readonly makeTag: (mark: Mark, name: string) => void;
  readonly untag: (mark: Mark, tag: TagId) => void;
  readonly remove: (mark: Mark) => void;
  readonly copy: (mark: Mark) => void;
  /** Makes a quote of it and opens that. */
  readonly quote: (mark: Mark) => void;
}
