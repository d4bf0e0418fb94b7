// Where each source was left: for this device alone, sealed, and of no consequence when it is lost.
import type { SourceId } from '../../shared/evidence/ids.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import { integer, parseJson, record, text, type Shape } from '../../shared/shape.ts';
import type { KeptPlace } from './calls/sources.ts';

type Notes = Pick<OpenLocker, 'recallNote' | 'keepNote'>;

const count = integer(0, Number.MAX_SAFE_INTEGER);
const isShare: Shape<number> = (value): value is number =>
  typeof value === 'number' && value >= 0 && value <= 1;
const isKeptPlace = record<KeptPlace>({
  workingFile: text(100),
  offset: count,
  page: count,
  fraction: isShare,
});

export async function readPlace(locker: Notes, source: SourceId): Promise<KeptPlace | null> {
  const noted = await locker.recallNote(nameOf(source));
  const place = noted === undefined ? undefined : parseJson(noted);
  return isKeptPlace(place) ? place : null;
}

/** Not being able to keep it is no failure of anything. */
export async function keepPlace(
  locker: Notes,
  source: SourceId,
  { workingFile, offset, page, fraction }: KeptPlace,
): Promise<null> {
  await locker.keepNote(nameOf(source), JSON.stringify({ workingFile, offset, page, fraction }));
  return null;
}

function nameOf(source: SourceId): string {
  return `place/${source}`;
}
