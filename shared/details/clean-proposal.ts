// What a document says of itself may be made to deceive the eye: of its proposals only what can be seen is shown to a person.
import type { Confidence, SourceDetails } from '../evidence/source.ts';
import { isVisible } from '../export/visible-text.ts';
import type { Proposal } from './propose.ts';

/** Without the characters that turn a line round, white space as one space; what nobody could see is not proposed. */
export function cleanProposal({ details, confidence }: Proposal): Proposal {
  const named = Object.entries(details).flatMap(([field, value]) => {
    const name = field as keyof SourceDetails;
    const clean = typeof value === 'string' ? cleaned(value) : value;
    const sure = confidence[name];
    return clean === '' ? [] : [{ name, clean, sure }];
  });
  return {
    details: Object.fromEntries(named.map(({ name, clean }) => [name, clean])),
    confidence: Object.fromEntries(
      named.flatMap(({ name, sure }): [string, Confidence][] =>
        sure === undefined ? [] : [[name, sure]],
      ),
    ),
  };
}

function cleaned(value: string): string {
  const plain = value
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return isVisible(plain) ? plain : '';
}
