// Which sources may be copies or editions of each other. Proposed with reasons, decided by a person; nothing is said of a pair
// that was decided. Sketches are made when they are first asked for and live as long as the session.
import type { FileId, SourceId } from '../../shared/evidence/ids.ts';
import { pairKey, pairOf } from '../../shared/evidence/relation.ts';
import type { Source, SourceDetails } from '../../shared/evidence/source.ts';
import { editionOf, type Edition } from '../../shared/editions/edition.ts';
import { proposeRelation } from '../../shared/editions/relation.ts';
import { sketchText, type Sketch } from '../../shared/editions/sketch.ts';
import type { LibraryState } from '../../shared/library/library-state.ts';
import type { Result } from '../../shared/result.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import type { ProposedRelation, SurestRelation } from './calls/sources.ts';

type Read = (source: SourceId) => Promise<Result<WorkingText>>;

const order: Readonly<Record<ProposedRelation['confidence'], number>> = {
  ...{ sure: 0, likely: 1, possible: 2 },
};

interface KnownEdition {
  /** What the source was when its edition was made. */
  readonly of: SourceDetails;
  readonly file: FileId | undefined;
  readonly edition: Edition;
}

export class Relations {
  readonly #read: Read;
  readonly #sketches = new Map<FileId, Promise<Sketch>>();
  readonly #editions = new Map<SourceId, KnownEdition>();

  constructor(read: Read) {
    this.#read = read;
  }

  /** The surest first. One text is opened after the other: the worker answers others in between. */
  async propose(state: LibraryState, id: SourceId): Promise<readonly ProposedRelation[]> {
    const source = state.sources.get(id);
    if (source?.removed !== false) return [];
    const own = await this.#editionOf(source);
    const proposed: ProposedRelation[] = [];
    for (const other of state.sources.values()) {
      if (other.removed || other.id === id) continue;
      if (state.relations.has(pairKey(pairOf(id, other.id)))) continue;
      const { kind, confidence, reasons, newer } = proposeRelation(
        own,
        this.#known(other) ?? (await this.#editionOf(other)),
      );
      if (kind === 'none') continue;
      const isNewer = newer === undefined ? {} : { newer: newer === 'a' ? id : other.id };
      proposed.push({ source: other.id, relation: kind, confidence, reasons, ...isNewer });
    }
    return proposed.sort((a, b) => order[a.confidence] - order[b.confidence]);
  }

  /** Of each of many the surest, where there is one. Other calls are answered between two of them. */
  async proposeSurest(
    stateNow: () => LibraryState,
    sources: readonly SourceId[],
  ): Promise<readonly SurestRelation[]> {
    const found: SurestRelation[] = [];
    for (const of of sources) {
      await new Promise((resolve) => setTimeout(resolve));
      const [surest] = await this.propose(stateNow(), of);
      if (surest !== undefined) found.push({ of, surest });
    }
    return found;
  }

  /** A source was deleted for good: nothing of its texts stays in memory. */
  forget(source: SourceId, files: readonly FileId[]): void {
    this.#editions.delete(source);
    for (const file of files) this.#sketches.delete(file);
  }

  #known({ id, details, working }: Source): Edition | undefined {
    const known = this.#editions.get(id);
    return known?.of === details && known.file === working?.file ? known.edition : undefined;
  }

  async #editionOf(source: Source): Promise<Edition> {
    const { id, details, working } = source;
    const { title, publisher, published } = details;
    const sketch = await this.#sketchOf(source);
    const edition = editionOf({ title, publisher, published, sketch });
    // A text that could not be read may be brought back.
    if (working === undefined || this.#sketches.has(working.file)) {
      this.#editions.set(id, { of: details, file: working?.file, edition });
    }
    return edition;
  }

  #sketchOf({ id, working }: Source): Promise<Sketch> {
    if (working === undefined) return Promise.resolve(sketchText(''));
    const known = this.#sketches.get(working.file);
    if (known !== undefined) return known;
    const made = this.#read(id).then((work) => {
      if (!work.ok) this.#sketches.delete(working.file);
      return work.ok ? sketchText(work.value.text, work.value.ranges) : sketchText('');
    });
    this.#sketches.set(working.file, made);
    return made;
  }
}
