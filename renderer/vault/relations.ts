// Which sources may be copies or editions of each other. Proposed with reasons, decided by a person; nothing is said of a pair
// that was decided. Sketches are made when they are first asked for and live as long as the session.
import type { FileId, SourceId } from '../../shared/evidence/ids.ts';
import { pairKey, pairOf } from '../../shared/evidence/relation.ts';
import type { Source } from '../../shared/evidence/source.ts';
import { proposeRelation, type EditionFacts } from '../../shared/editions/relation.ts';
import { sketchText, type Sketch } from '../../shared/editions/sketch.ts';
import type { LibraryState } from '../../shared/library/library-state.ts';
import type { Result } from '../../shared/result.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import type { ProposedRelation } from './calls/sources.ts';

type Read = (source: SourceId) => Promise<Result<WorkingText>>;

const order: Readonly<Record<ProposedRelation['confidence'], number>> = {
  ...{ sure: 0, likely: 1, possible: 2 },
};

export class Relations {
  readonly #read: Read;
  readonly #sketches = new Map<FileId, Promise<Sketch>>();

  constructor(read: Read) {
    this.#read = read;
  }

  /** The surest first. One text is opened after the other: the worker answers others in between. */
  async propose(state: LibraryState, id: SourceId): Promise<readonly ProposedRelation[]> {
    const source = state.sources.get(id);
    if (source?.removed !== false) return [];
    const own = await this.#factsOf(source);
    const proposed: ProposedRelation[] = [];
    for (const other of state.sources.values()) {
      if (other.removed || other.id === id) continue;
      if (state.relations.has(pairKey(pairOf(id, other.id)))) continue;
      const { kind, confidence, reasons, newer } = proposeRelation(own, await this.#factsOf(other));
      if (kind === 'none') continue;
      const isNewer = newer === undefined ? {} : { newer: newer === 'a' ? id : other.id };
      proposed.push({ source: other.id, relation: kind, confidence, reasons, ...isNewer });
    }
    return proposed.sort((a, b) => order[a.confidence] - order[b.confidence]);
  }

  /** A source was deleted for good: nothing of its texts stays in memory. */
  forget(files: readonly FileId[]): void {
    for (const file of files) this.#sketches.delete(file);
  }

  async #factsOf(source: Source): Promise<EditionFacts> {
    const { title, publisher, published } = source.details;
    return { title, publisher, published, sketch: await this.#sketchOf(source) };
  }

  #sketchOf({ id, working }: Source): Promise<Sketch> {
    if (working === undefined) return Promise.resolve(sketchText(''));
    const known = this.#sketches.get(working.file);
    if (known !== undefined) return known;
    const made = this.#read(id).then((work) => {
      if (!work.ok) this.#sketches.delete(working.file); // it may be brought back
      return work.ok ? sketchText(work.value.text, work.value.ranges) : sketchText('');
    });
    this.#sketches.set(working.file, made);
    return made;
  }
}
