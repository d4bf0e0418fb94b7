// The named steps of each act: what the program writes to the disk while it does it, and at least how often. `dying-files.ts` kills at
// one of them; a step that is never reached is a failure of the campaign, so that this list stays true.
import type { Death, StepName } from './dying-files.ts';
import type { Random } from './random.ts';

export type NamedAct = 'create' | 'import' | 'mark' | 'passphrase' | 'purge' | 'renewal' | 'export';
type Steps = Partial<Readonly<Record<StepName, number>>>;

function whole(area: 'slots' | 'keys' | 'epoch' | 'files', times: number): Steps {
  return {
    [`begin ${area}`]: times,
    [`write ${area}`]: times,
    [`sync ${area}`]: times,
    [`rename ${area}`]: times,
    [`sync-folder ${area}`]: times,
  };
}

const appended: Steps = { 'write journal': 1, 'sync journal': 1 };

const stepsOf: Readonly<Record<NamedAct, Steps>> = {
  create: {
    ...{ 'make-folder locker': 1, 'sync-folder locker': 3 },
    ...{ 'make-folder slots': 1, ...whole('slots', 2) },
    ...{ 'make-folder keys': 1, ...whole('keys', 2) },
    ...{ 'make-folder journal': 2, 'sync-folder journal': 2, 'begin journal': 1, ...appended },
  },
  import: { ...whole('files', 1), ...appended },
  mark: appended,
  passphrase: { 'write journal': 2, 'sync journal': 2, ...whole('slots', 1), 'remove slots': 1 },
  purge: { ...appended, ...whole('keys', 2), 'remove files': 1, 'sync-folder files': 1 },
  renewal: {
    ...{ 'write journal': 3, 'sync journal': 3, 'begin journal': 1, 'sync-folder journal': 2 },
    ...{ ...whole('slots', 3), ...whole('keys', 2), ...whole('files', 1) },
    ...{ 'remove slots': 2, 'remove journal': 1, 'remove keys': 2, 'remove files': 1 },
  },
  export: {
    ...{ 'make-folder exports': 1, 'begin exports': 1, 'write exports': 1, 'sync exports': 1 },
    ...{ 'rename exports': 1, 'sync-folder exports': 1, ...appended },
  },
};

export interface NamedStep extends Required<Pick<Death, 'step' | 'nth' | 'moment'>> {
  readonly act: NamedAct;
}

/** One act after the other, and of each one step after the other; which of its times, and when, is chance. */
export function namedStep(acts: readonly NamedAct[], number: number, random: Random): NamedStep {
  const act = acts[number % acts.length] ?? 'mark';
  const steps = Object.entries(stepsOf[act]) as [StepName, number][];
  const [step, times] = steps[Math.floor(number / acts.length) % steps.length] ?? steps[0] ?? [];
  if (step === undefined || times === undefined) throw new Error(`${act} has no steps`);
  const moment = random.pick(['before', 'within', 'after'] as const);
  return { act, step, nth: random.between(1, times), moment };
}
