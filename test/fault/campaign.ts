// What every campaign is: a promise, and a run that tries to break it many times and counts what came of it.

interface Failure {
  /** With the seed it repeats the failure: `--seed S --step STEP`. */
  readonly step: number;
  readonly what: string;
}

interface FileResult {
  readonly step: number;
  readonly name: string;
  readonly status: string;
  /** How it came up on the screen, and how long that took. */
  readonly shown?: string;
  readonly seconds?: number;
}

/** What a campaign counted. Fields that do not apply stay 0. */
export interface Tally {
  /** Steps done. */
  n: number;
  /** Acts that were told to be saved. */
  acks: number;
  /** Of those, not there afterwards, or not as they were. */
  lost: number;
  mutations: number;
  detected: number;
  undetected: number;
  /** Anything else that broke a promise. Losses and what went undetected are described here, too. */
  readonly failures: Failure[];
  /** What nobody can notice or prevent, by its documented name, counted apart. */
  readonly limits: Record<string, number>;
  /** Further figures, such as how often each kind of fault was tried. */
  readonly figures: Record<string, number>;
  /** What became of each file, for the campaigns that are given files; in the JSON only. */
  readonly files: FileResult[];
  /** Why this machine could not run it, in a sentence: printed, and neither passed nor failed. */
  skipped?: string;
}

export interface FaultContext {
  readonly seed: number;
  /** How many steps. A campaign that tries every place of a script may do more. */
  readonly n: number;
  /** Set to repeat one step. */
  readonly only?: number;
  /** An empty folder on a real disk, removed afterwards. */
  readonly scratch: string;
  /** Aborted when whoever runs it wants to have what it knows so far. */
  readonly stop?: AbortSignal;
  /** A folder of documents to work on, for the campaigns that read documents. */
  readonly sources?: string;
}

export interface Campaign {
  readonly name: string;
  /** What it tries to break, in a sentence; promises of SECURITY.md where there is one. */
  readonly promise: string;
  /** Steps for a build server, and for a full proof. */
  readonly shortN: number;
  readonly fullN: number;
  /** What it needs besides Node. */
  readonly needs?: 'build';
  run(context: FaultContext): Promise<Tally>;
}

export function newTally(): Tally {
  return {
    ...{ n: 0, acks: 0, lost: 0, mutations: 0, detected: 0, undetected: 0 },
    ...{ failures: [], limits: {}, figures: {}, files: [] },
  };
}

export function count(into: Record<string, number>, name: string, times = 1): void {
  into[name] = (into[name] ?? 0) + times;
}
