// A document's own highlights and notes become marks: one act, and one undo takes all of them back.
import type { FoundAnnotation } from '../../shared/annotation/found.ts';
import { randomId, type SourceId } from '../../shared/evidence/ids.ts';
import type { Mark } from '../../shared/evidence/mark.ts';
import type { Act, ChangePayloads } from '../../shared/journal/change.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { placeOn } from '../../shared/anchor/place.ts';
import { decodeWorkingText } from '../../shared/text/codec.ts';
import { TextMap } from '../../shared/text/text-map.ts';
import { noteAct } from '../annotate/mark-acts.ts';
import { markedAct, seedArea, type MarkPlace } from '../highlight/new-mark.ts';
import type { Vault } from '../vault/contract.ts';

type MarkSeed = ChangePayloads['marked']['mark'];

/** Answers how many marks were made: what was taken over before is left alone. */
export async function takeOver(
  vault: Vault,
  source: SourceId,
  found: readonly FoundAnnotation[],
): Promise<Result<number>> {
  const [library, bytes, marks] = await Promise.all([
    vault.ask('library:read', null),
    vault.ask('text:read', { source }),
    vault.ask('marks:read', { source }),
  ]);
  if (!library.ok) return library;
  if (!bytes.ok) return bytes;
  if (!marks.ok) return marks;
  const work = decodeWorkingText(new Uint8Array(bytes.value));
  if (!work.ok) return work;
  const workingFile = library.value.sources.find(({ id }) => id === source)?.working?.file;
  if (workingFile === undefined) return fail('not-there');
  const place = { source, workingFile, work: work.value, map: new TextMap(work.value) };
  const held = new Set(marks.value.map(placeKey));
  const acts = found.flatMap((annotation): readonly Act[] => {
    const seed = seedOf(place, annotation);
    if (seed === undefined || held.has(placeKey(seed))) return [];
    const marked = markedAct(seed);
    return annotation.note === '' ? [marked] : [marked, noteAct(seed, annotation.note)];
  });
  if (acts.length === 0) return ok(0);
  const done = await vault.ask('act', acts);
  return done.ok ? ok(acts.filter(({ kind }) => kind === 'marked').length) : done;
}

function seedOf(
  place: MarkPlace,
  { kind, ranges, area, colour }: FoundAnnotation,
): MarkSeed | undefined {
  if (area !== undefined) return seedArea(place, area, randomId(), colour);
  const [first, ...more] = ranges;
  if (first === undefined) return undefined;
  const { source, workingFile, work, map } = place;
  return {
    ...{ id: randomId(), source, workingFile, colour, kind },
    ...placeOn(work, map, first, more),
  };
}

/** Two marks of one kind at one place are the same annotation. */
function placeKey({ kind, anchor, area }: Pick<Mark, 'anchor'> & Partial<Mark>): string {
  const { start, end } = anchor;
  const rectangle = area === undefined ? [] : [area.page, area.x, area.y, area.width, area.height];
  return [kind ?? 'highlight', start, end, ...rectangle].join(' ');
}
