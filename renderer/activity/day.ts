/** "12 June 2026", in the reader's locale and time. */
export function dayOf(at: number): string {
  return new Date(at).toLocaleDateString([], { dateStyle: 'long' });
}
