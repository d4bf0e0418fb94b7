import type { PersonId } from './ids.ts';

/** Who did it: a name or pseudonym and a colour, asked for when a locker is created or joined. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** `#rrggbb` */
  readonly colour: string;
}
