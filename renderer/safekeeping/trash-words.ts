export function marksWord(marks: number): string {
  if (marks === 0) return 'no marks';
  return marks === 1 ? 'its one mark' : `its ${marks.toLocaleString()} marks`;
}

/** What was done, as the look over the folder afterwards found it. */
export function afterPurge(title: string, left: number): string {
  return left === 0
    ? `Deleted “${title}” for good. The folder was looked over: no key and no file of it is left here.`
    : `“${title}” is deleted, but the disk has not let go of ${leftWord(left)} yet. It is tried again at the next unlocking.`;
}

export function leftWord(left: number): string {
  return left === 1 ? 'one file' : `${left.toLocaleString()} files`;
}
