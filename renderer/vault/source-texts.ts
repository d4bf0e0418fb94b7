// The bytes and texts of an open locker's sources, and what was read off them once.
import type { FileId, SourceId } from '../../shared/evidence/ids.ts';
import type { Source } from '../../shared/evidence/source.ts';
import type { LibraryState } from '../../shared/library/library-state.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { decodeWorkingText } from '../../shared/text/codec.ts';
import { landmarksOf, type Landmarks } from '../../shared/text/landmarks.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';

const noLandmarks: Landmarks = { sections: [], paragraphs: [], pictures: [], ranges: [] };

interface SourceFiles extends Pick<OpenLocker, 'openFile'> {
  readonly state: Pick<LibraryState, 'sources'>;
}

export class SourceTexts {
  readonly #files: SourceFiles;
  readonly #noteReading: (file: FileId, result: Result<unknown>) => void;
  readonly #landmarks = new Map<FileId, Landmarks>();

  /** `noteReading` is told of every file that was opened, and how that went. */
  constructor(files: SourceFiles, noteReading: (file: FileId, result: Result<unknown>) => void) {
    this.#files = files;
    this.#noteReading = noteReading;
  }

  /** `encodeWorkingText` bytes. */
  readText(source: SourceId): Promise<Result<ArrayBuffer>> {
    return this.#open(this.#files.state.sources.get(source)?.working?.file);
  }

  readOriginal(source: SourceId): Promise<Result<ArrayBuffer>> {
    return this.#open(this.#files.state.sources.get(source)?.original.file);
  }

  async readWork(source: SourceId): Promise<Result<WorkingText>> {
    const bytes = await this.readText(source);
    return bytes.ok ? decodeWorkingText(new Uint8Array(bytes.value)) : bytes;
  }

  /** Headings of a source's text, read once: a search asks for them at every key. */
  async readLandmarks({ id, working }: Source): Promise<Landmarks> {
    if (working === undefined) return noLandmarks;
    const known = this.#landmarks.get(working.file);
    if (known !== undefined) return known;
    const text = await this.readWork(id);
    const landmarks = text.ok ? landmarksOf(text.value) : noLandmarks;
    this.#landmarks.set(working.file, landmarks);
    return landmarks;
  }

  /** A source was deleted for good. */
  forget(file: FileId): void {
    this.#landmarks.delete(file);
  }

  async #open(file: FileId | undefined): Promise<Result<ArrayBuffer>> {
    if (file === undefined) return fail('not-there');
    const opened = await this.#files.openFile(file);
    this.#noteReading(file, opened);
    return opened.ok ? ok(opened.value.bytes.buffer) : opened;
  }
}
