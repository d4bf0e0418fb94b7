// What is wrong with a program that was made to lock, if anything.

/** As it stands locked. */
export interface Locked {
  /** Words of its documents. */
  readonly words: readonly string[];
  /** Everything in the fresh page. */
  readonly page: string;
  /** Ids of the pages’ processes, empty where the system does not tell. */
  readonly processesBefore: readonly number[];
  readonly processesNow: readonly number[];
  /** Names in the folder of exports. */
  readonly exports: readonly string[];
}

export function judgeLocked({
  words,
  page,
  processesBefore,
  processesNow,
  exports,
}: Locked): readonly string[] {
  const survivors = processesBefore.filter((pid) => processesNow.includes(pid));
  // Chromium's own pages live in processes of that kind, too; one at least must be gone.
  const isAlive = processesBefore.length > 0 && survivors.length === processesBefore.length;
  return [
    ...words.filter((word) => page.includes(word)).map(() => 'a word stands in the locked page'),
    ...(isAlive ? ['the old page’s process lives on'] : []),
    ...exports.filter((name) => name.startsWith('.')).map((name) => `an export left ${name}`),
  ];
}

/** Unlocked again. */
export interface Unlocked {
  /** Of the sources, all of which can be read. */
  readonly statuses: readonly string[];
  readonly notes: readonly string[];
  /** What was typed in a note and not left. */
  readonly typed: string | undefined;
}

export function judgeUnlocked({ statuses, notes, typed }: Unlocked): readonly string[] {
  const partly = statuses.filter((status) => status !== 'text').length;
  return [
    ...(partly > 0 ? [`${String(partly)} sources were imported in part`] : []),
    ...(typed !== undefined && !notes.includes(typed)
      ? ['the note that was typed is not there']
      : []),
  ];
}

/** Lines `device seq kind` main wrote when an act was on the disk, that are no act of the journal. */
export function lostLines(
  told: string,
  changes: readonly { readonly device: string; readonly seq: number; readonly kind: string }[],
): readonly string[] {
  const kept = new Set(changes.map(({ device, seq, kind }) => `${device} ${String(seq)} ${kind}`));
  return told.split('\n').filter((line) => line !== '' && !kept.has(line));
}
