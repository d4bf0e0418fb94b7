// What the headless demo and the bench ask of the page beside using its screens: the acts a person does sentence by
// sentence, done for hundreds of sources, and pdf.js alone as a yardstick. It opens only where main says that the program was started as a demo, which a packaged one never is.
import { randomId, type MarkId, type SourceId, type TagId } from '../../shared/evidence/ids.ts';
import { markColours, type Mark } from '../../shared/evidence/mark.ts';
import { generalCase, type Act } from '../../shared/journal/change.ts';
import type { Result } from '../../shared/result.ts';
import type { SearchAnswer } from '../../shared/search/answer.ts';
import { decodeWorkingText } from '../../shared/text/codec.ts';
import { holdsReference } from '../../shared/quote/printed-mark.ts';
import { sentences } from '../../shared/text/sentences.ts';
import { TextMap, type TextRange } from '../../shared/text/text-map.ts';
import { countWords } from '../../shared/text/words.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { markedAct, seedMark, type MarkPlace } from '../highlight/new-mark.ts';
import type { LibraryView } from '../vault/calls/library.ts';
import type { Vault } from '../vault/contract.ts';

interface DemoDoor {
  /** Any call, for tests of what a page can be told. */
  readonly ask: Vault['ask'];
  readonly readLibrary: () => Promise<LibraryView>;
  readonly makeTag: (name: string) => Promise<TagId>;
  /**
   * Marks the first sentence of at least so many words, if it can be one without a reference to a note: exports print those
   * without it, and what was marked is looked for in them letter by letter. Null where the source has no such sentence.
   */
  readonly markFirstSentence: (
    source: SourceId,
    leastWords: number,
    tag: TagId,
    note: string,
  ) => Promise<Mark | null>;
  /** Marks the first place of a passage; null where the source does not have it. */
  readonly markPassage: (
    source: SourceId,
    exact: string,
    tag: TagId,
    note: string,
  ) => Promise<Mark | null>;
  /** Marks sentences all through a source, so many where it has them, in all colours; answers how many. */
  readonly markSentences: (source: SourceId, most: number) => Promise<number>;
  readonly readMarks: (source: SourceId) => Promise<readonly Mark[]>;
  readonly search: (query: string) => Promise<SearchAnswer>;
  /** Does each list of acts as one; `together` asks for all of them at once. Milliseconds of each until it was on the disk. */
  readonly timeActs: (
    lists: readonly (readonly Act[])[],
    together: boolean,
  ) => Promise<readonly number[]>;
  /** Milliseconds that pdf.js alone takes to the first page on a canvas `width` pixels wide, in an engine of its own. */
  readonly timeBarePage: (source: SourceId, width: number) => Promise<number>;
}

declare global {
  interface Window {
    /** There in a demo only. */
    lockerDemo: DemoDoor;
  }
}

/** A frame holds so many and stays below its limit. */
const actsAtOnce = 500;

/** Where a font tells no characters, a page's text is control codes: nobody would quote it. */
const unreadable = /[^\P{Cc}\s]/u;

export function openDemoDoor(vault: Vault): void {
  const readLibrary = async () => expectOk(await vault.ask('library:read', null));
  const readMarks = async (source: SourceId) => expectOk(await vault.ask('marks:read', { source }));
  const placeIn = async (source: SourceId): Promise<MarkPlace | undefined> => {
    const { sources } = await readLibrary();
    const working = sources.find(({ id }) => id === source)?.working;
    if (working === undefined) return undefined;
    const bytes = expectOk(await vault.ask('text:read', { source }));
    const work = expectOk(decodeWorkingText(new Uint8Array(bytes)));
    return { source, workingFile: working.file, work, map: new TextMap(work) };
  };
  const markWhere = async (
    source: SourceId,
    tag: TagId,
    note: string,
    find: (work: WorkingText) => TextRange | undefined,
  ): Promise<Mark | null> => {
    const place = await placeIn(source);
    const range = place && find(place.work);
    if (place === undefined || range === undefined) return null;
    const mark: MarkId = randomId();
    const subject = `marks/${source}/${generalCase}` as const;
    expectOk(
      await vault.ask('act', [
        markedAct(seedMark(place, range, mark, 'key')),
        { subject, kind: 'tagged', payload: { mark, tag } },
        { subject, kind: 'noted', payload: { mark, text: note } },
      ]),
    );
    return (await readMarks(source)).find(({ id }) => id === mark) ?? null;
  };
  window.lockerDemo = Object.freeze<DemoDoor>({
    ask: (call, request) => vault.ask(call, request),
    readLibrary,
    readMarks,
    search: async (query) => expectOk(await vault.ask('search', { query, limit: 50 })),
    makeTag: async (name) => {
      const tag = { id: randomId(), name };
      expectOk(
        await vault.ask('act', [{ subject: 'library', kind: 'tag-made', payload: { tag } }]),
      );
      return tag.id;
    },
    markFirstSentence: (source, leastWords, tag, note) =>
      markWhere(source, tag, note, (work) => {
        const all = sentences(work.text, work.ranges);
        const isLong = ({ start, end }: TextRange) => {
          const sentence = work.text.slice(start, end);
          return countWords(sentence) >= leastWords && !unreadable.test(sentence);
        };
        const isPrintedWhole = (range: TextRange) => !holdsReference([range], work.ranges);
        return all.find((range) => isPrintedWhole(range) && isLong(range)) ?? all.find(isLong);
      }),
    markPassage: (source, exact, tag, note) =>
      markWhere(source, tag, note, ({ text }) => {
        const start = text.indexOf(exact);
        return start < 0 ? undefined : { start, end: start + exact.length };
      }),
    markSentences: async (source, most) => {
      const place = await placeIn(source);
      if (place === undefined) return 0;
      const all = sentences(place.work.text, place.work.ranges).filter(
        ({ start, end }) => place.work.text.slice(start, end).trim() !== '',
      );
      const apart = Math.max(1, Math.floor(all.length / most));
      const acts = all
        .filter((_, i) => i % apart === 0)
        .slice(0, most)
        .map((range, i) => {
          const colour = markColours[i % markColours.length] ?? 'key';
          return markedAct(seedMark(place, range, randomId(), colour));
        });
      for (let at = 0; at < acts.length; at += actsAtOnce) {
        expectOk(await vault.ask('act', acts.slice(at, at + actsAtOnce)));
      }
      return acts.length;
    },
    timeActs: async (lists, together) => {
      const act = async (acts: readonly Act[]): Promise<number> => {
        const startedMs = performance.now();
        expectOk(await vault.ask('act', acts));
        return performance.now() - startedMs;
      };
      if (together) return Promise.all(lists.map(act));
      const took: number[] = [];
      for (const acts of lists) took.push(await act(acts));
      return took;
    },
    timeBarePage: async (source, width) => {
      const bytes = expectOk(await vault.ask('original:read', { source }));
      const startedMs = performance.now();
      const { paintFirstPage } = await import('../read/first-page.ts');
      await paintFirstPage(new Uint8Array(bytes), width);
      return performance.now() - startedMs;
    },
  });
}

function expectOk<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the demo met ${result.error}`);
  return result.value;
}
