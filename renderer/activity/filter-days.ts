// Days of the filter: a date field's "2026-06-12" and the moment that day begins here, in milliseconds since 1970.

export function startOfDay(value: string): number | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4,6})-(\d\d)-(\d\d)$/.exec(value) ?? [];
  if (year === '') return undefined;
  return new Date(Number(year), Number(month) - 1, Number(day)).getTime();
}

/** A day is not always 24 hours long. */
export function dayAfter(at: number): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
}

export function inputOfDay(at: number): string {
  const day = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
