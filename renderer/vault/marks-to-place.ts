// Marks whose words are of an earlier text of their source. They are never put somewhere likely: a person places them.
import { reanchorArea } from '../../shared/anchor/reanchor-area.ts';
import { reanchorMark, type ReanchoredMark } from '../../shared/anchor/reanchor.ts';
import type { SourceId } from '../../shared/evidence/ids.ts';
import { isPresentText } from '../../shared/evidence/source.ts';
import type { LibraryState } from '../../shared/library/library-state.ts';
import { verifiable } from '../../shared/quote/left-out.ts';
import type { Result } from '../../shared/result.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { prepareSource } from '../../shared/verify/prepare-source.ts';
import type { MarkToPlace } from './calls/marks.ts';
import { marksOfSource } from './library-view.ts';

export async function marksToPlace(
  state: LibraryState,
  source: SourceId,
  read: (source: SourceId) => Promise<Result<WorkingText>>,
): Promise<readonly MarkToPlace[]> {
  const held = state.sources.get(source);
  const adrift = marksOfSource(state, source).filter(
    ({ workingFile }) => held !== undefined && !isPresentText(held, workingFile),
  );
  if (adrift.length === 0) return [];
  const work = await read(source);
  if (!work.ok) return adrift.map(({ id }) => ({ mark: id, ...lost, now: '' }));
  const now = prepareSource(verifiable(work.value));
  return adrift.map((mark) => {
    const { found, more } =
      mark.area === undefined
        ? reanchorMark(mark, now)
        : { found: reanchorArea(mark.area, [], work.value.pages), more: [] };
    const ranges = found.how === 'orphaned' ? [] : [found, ...more];
    const words = ranges.map(({ start, end }) => work.value.text.slice(start, end));
    return { mark: mark.id, found, more, now: words.join(' [...] ') };
  });
}

const lost: ReanchoredMark = { found: { how: 'orphaned' }, more: [] };
