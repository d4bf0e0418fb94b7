import type { QuoteProof } from '../../shared/quote/composed-quote.ts';
import { proofWords } from '../../shared/quote/verdict-words.ts';
import { Pill } from '../ui/Pill.tsx';

interface ProofPillProps {
  readonly proof: QuoteProof;
  /** False while what is shown has not been verified yet. */
  readonly isSettled?: boolean;
}

/** The verdict by its name. */
export function ProofPill({ proof, isSettled = true }: ProofPillProps) {
  if (!isSettled) return <Pill>verifying…</Pill>;
  const { name, means, tone } = proofWords(proof);
  return (
    <Pill tone={tone} title={means}>
      {name}
    </Pill>
  );
}
