/** An error as a log may show it. Messages are left out: they name files and quote what was read. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string'
    ? `${error.name} ${error.code}`
    : error.name;
}
