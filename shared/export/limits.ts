/** Stands in every export that has room for it: what the files prove and what they do not. */
export const limits: readonly string[] = [
  'Passages are quoted as extracted from the originals named here; extraction can be wrong. Check each against its original before relying on it.',
  'The SHA-256 of an original proves that a file held elsewhere is the same file. It does not prove who wrote it, when, or that what it says is true.',
  'Citations are made from details entered by people; what is missing is said in brackets.',
  'A selection of passages is not a balanced account. That a passage is absent does not mean that the sources say nothing else.',
];
