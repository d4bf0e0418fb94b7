// The sample's marks once its sources are imported, and its removal: each one act.
import { randomId } from '../../shared/evidence/ids.ts';
import { generalCase, type Act } from '../../shared/journal/change.ts';
import { decodeWorkingText } from '../../shared/text/codec.ts';
import { TextMap } from '../../shared/text/text-map.ts';
import { markedAct, seedMark } from '../highlight/new-mark.ts';
import type { LibraryView } from '../vault/calls/library.ts';
import type { Vault } from '../vault/contract.ts';
import { sampleHashes } from './sample-files.ts';
import { sampleMarks, sampleTag, type SampleMark } from './sample-marks.ts';

type LibrarySource = LibraryView['sources'][number];

/** Acts that mark and tag the sample's passages; a source that is not there, or has marks, gets none. */
export async function sampleMarkActs(vault: Vault): Promise<readonly Act[]> {
  const library = await vault.ask('library:read', null);
  if (!library.ok) return [];
  const known = library.value.tags.find(({ name }) => name === sampleTag)?.id;
  const tag = known ?? randomId();
  const marks: Act[] = [];
  for (const source of library.value.sources) {
    const own = sampleMarks.filter(({ file }) => file === source.original.name);
    if (own.length > 0 && source.marks === 0)
      marks.push(...(await actsOf(vault, source, own, tag)));
  }
  if (marks.length === 0) return [];
  const made: Act = {
    subject: 'library',
    kind: 'tag-made',
    payload: { tag: { id: tag, name: sampleTag } },
  };
  return known === undefined ? [made, ...marks] : marks;
}

async function actsOf(
  vault: Vault,
  { id: source, working }: LibrarySource,
  wanted: readonly SampleMark[],
  tag: Extract<Act, { kind: 'tagged' }>['payload']['tag'],
): Promise<Act[]> {
  const bytes = await vault.ask('text:read', { source });
  const decoded = bytes.ok ? decodeWorkingText(new Uint8Array(bytes.value)) : bytes;
  if (!decoded.ok || working === undefined) return [];
  const work = decoded.value;
  const place = { source, workingFile: working.file, work, map: new TextMap(work) };
  const subject = `marks/${source}/${generalCase}` as const;
  return wanted.flatMap(({ exact, colour, note }): Act[] => {
    const start = work.text.indexOf(exact);
    if (start < 0) return [];
    const mark = seedMark(place, { start, end: start + exact.length }, randomId(), colour);
    return [
      markedAct(mark),
      { subject, kind: 'tagged', payload: { mark: mark.id, tag } },
      ...(note === ''
        ? []
        : [{ subject, kind: 'noted', payload: { mark: mark.id, text: note } } satisfies Act]),
    ];
  });
}

/** Acts that remove what is the sample's by its bytes, with what was attached to it, and its tag where no other mark has it. */
export async function removeSampleActs(vault: Vault, view: LibraryView): Promise<readonly Act[]> {
  const hashes = await sampleHashes();
  const held = view.sources.filter(({ original }) => hashes.has(original.sha256));
  const mails = new Set(held.map(({ id }) => id));
  const attached = view.sources.filter(({ partOf }) => partOf !== undefined && mails.has(partOf));
  const own = [...new Set([...held, ...attached])];
  const removed = own.map(({ id: source }): Act => ({
    subject: `source/${source}`,
    kind: 'source-removed',
    payload: { source },
  }));
  const tag = view.tags.find(({ name }) => name === sampleTag);
  if (tag === undefined || removed.length === 0) return removed;
  const marks = await Promise.all(own.map(({ id }) => vault.ask('marks:read', { source: id })));
  const tagged = marks.flatMap((read) => (read.ok ? read.value : []));
  if (tagged.filter(({ tags }) => tags.includes(tag.id)).length < tag.marks) return removed;
  return [
    ...removed,
    {
      subject: 'library',
      kind: 'tag-changed',
      payload: { tag: tag.id, change: { removed: true } },
    },
  ];
}
