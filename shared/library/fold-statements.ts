// What people stated of sources: that something is not mentioned in one.
import type { Folds } from './library-draft.ts';

export const statementFolds = {
  'statement-made': ({ statements }, { payload: { statement }, person, at }) => {
    const made = { madeBy: person, madeAt: at, removed: false };
    statements.set(statement.id, { ...statement, ...made });
  },
  'statement-removed': ({ statements }, { payload }) => {
    const statement = statements.get(payload.statement);
    if (statement !== undefined) statements.set(statement.id, { ...statement, removed: true });
  },
} satisfies Partial<Folds>;
