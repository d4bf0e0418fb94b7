import type { PersonId, SourceId, StatementId } from './ids.ts';

/** That a source does not mention something. It stands only as long as its text has none of the terms. */
export interface Statement {
  readonly id: StatementId;
  readonly source: SourceId;
  /** As typed; at least one. */
  readonly terms: readonly string[];
  readonly madeBy: PersonId;
  readonly madeAt: number;
}
