/** "14:02", in the reader's locale. */
export function clockTime(at: number): string {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

/** "12 June 2026, 14:02", in the reader's locale. */
export function dateAndTime(at: number): string {
  return new Date(at).toLocaleString([], { dateStyle: 'long', timeStyle: 'short' });
}

/** "12 Jun 2026", in the reader's locale. */
export function shortDate(at: number): string {
  return new Date(at).toLocaleDateString([], { dateStyle: 'medium' });
}

/** "12 June 2026", in the reader's locale. */
export function longDate(at: number): string {
  return new Date(at).toLocaleDateString([], { dateStyle: 'long' });
}
