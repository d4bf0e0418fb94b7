import { explain, type ErrorCode } from '../../shared/errors.ts';
import { Notice } from '../ui/Notice.tsx';

/** What went wrong, what it means for the data and what to do. */
export function Problem({ error }: { readonly error: ErrorCode }) {
  const { sentence, nextStep } = explain(error);
  return (
    <Notice tone="bad" role="alert">
      <b>{sentence}</b> {nextStep}
    </Notice>
  );
}
