import { explain, type ErrorCode } from '../../shared/errors.ts';

/** What happened, what it means and what to do, as one text. */
export function sentenceOf(error: ErrorCode): string {
  const { sentence, nextStep } = explain(error);
  return `${sentence} ${nextStep}`;
}
