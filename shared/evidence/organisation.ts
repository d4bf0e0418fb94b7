import type { OrganisationId } from './ids.ts';
import type { SourceType } from './source.ts';

/** What is remembered of a publisher, found by its folded name. */
export interface Organisation {
  readonly id: OrganisationId;
  /** Empty where it was taken back. */
  readonly name: string;
  readonly sourceType: SourceType | '';
  /** As it introduces itself: “an independent research institute”. */
  readonly selfDescription: string;
  readonly disclaimer: string;
}
