// The reader in a test page: a real screen over a vault in memory, with documents made on the spot.
import { createRoot } from 'react-dom/client';
import { generalCase, type Act, type ChangePayloads } from '../../shared/journal/change.ts';
import { randomId, type FileId, type MarkId, type SourceId } from '../../shared/evidence/ids.ts';
import type { MarkColour } from '../../shared/evidence/mark.ts';
import { emptyDetails } from '../../shared/evidence/source.ts';
import { fail, ok } from '../../shared/result.ts';
import { encodeWorkingText } from '../../shared/text/codec.ts';
import { pictureType } from '../../shared/picture/picture.ts';
import { pagePrint, readPage, type PdfPage } from '../../shared/text/pdf-page.ts';
import { buildPdfText } from '../../shared/text/pdf-text.ts';
import { buildPlainText } from '../../shared/text/plain.ts';
import { TextMap } from '../../shared/text/text-map.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { countWords } from '../../shared/text/words.ts';
import { BridgeContext, type AppBridge } from '../../renderer/app/bridge-context.ts';
import { NavigationContext, startTrail } from '../../renderer/app/navigation.ts';
import { PreferencesProvider } from '../../renderer/app/preferences-context.tsx';
import { ShortcutContext, ShortcutRegistry } from '../../renderer/app/shortcuts.ts';
import { VaultProvider } from '../../renderer/app/vault-context.tsx';
import { readPicture } from '../../renderer/extract/picture.ts';
import { seedMark } from '../../renderer/highlight/new-mark.ts';
import { PdfSession } from '../../renderer/read/pdf-session.ts';
import { ReaderScreen } from '../../renderer/read/ReaderScreen.tsx';
import { ToastHost } from '../../renderer/ui/Toast.tsx';
import '../../renderer/ui/base.css';
import '../../renderer/ui/tokens.css';
import { MemoryVault, testPerson } from './memory-vault.ts';
import { workOfPage } from './web-page.ts';

export interface ReadingWorld {
  readonly vault: MemoryVault;
  readonly source: SourceId;
  readonly work: WorkingText;
  /** The element the screen is rendered in. */
  readonly host: HTMLElement;
  /** Marks as by an earlier session; `page` claims that the words stand on another page than they do. */
  readonly mark: (start: number, end: number, colour?: MarkColour, page?: number) => MarkId;
  /** Texts put on the clipboard by the program. */
  readonly copied: readonly string[];
  readonly close: () => void;
}

type ReadFormat = 'pdf' | 'plain' | 'markdown' | 'image' | 'html';

interface Document {
  readonly title: string;
  readonly format: ReadFormat;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Shows a document in the reader. `prepare` may mark before the screen opens; `isPaired` shows it twice, side by side. */
export async function openReading(
  { title, format, bytes }: Document,
  prepare: (world: Pick<ReadingWorld, 'work' | 'mark' | 'vault'>) => void = () => undefined,
  answers: ConstructorParameters<typeof MemoryVault>[0] = {},
  isPaired = false,
): Promise<ReadingWorld> {
  const work = await workingTextOf(format, bytes);
  const map = new TextMap(work);
  const encoded = encodeWorkingText(work).buffer;
  const vault = new MemoryVault({
    'locker:look': () => ok({ kind: 'open', person: testPerson }),
    'text:read': () => ok(encoded.slice(0)),
    'original:read': () => ok(bytes.slice().buffer),
    ...answers,
  });
  const source: SourceId = randomId();
  const workingFile: FileId = randomId();
  vault.record([importedAct(source, workingFile, title, format, work)]);
  const mark: ReadingWorld['mark'] = (start, end, colour = 'key', page) => {
    const id: MarkId = randomId();
    const seed = seedMark({ source, workingFile, work, map }, { start, end }, id, colour);
    const claimed = page === undefined ? seed : { ...seed, firstPage: page, lastPage: page };
    vault.record([
      {
        subject: `marks/${source}/${generalCase}`,
        kind: 'marked',
        payload: { mark: claimed },
      },
    ]);
    return id;
  };
  prepare({ work, mark, vault });

  const host = document.createElement('div');
  host.style.blockSize = '100vh';
  document.body.append(host);
  const shortcuts = new ShortcutRegistry();
  const press = (event: KeyboardEvent): void => {
    if (shortcuts.handle(event, true)) event.preventDefault();
  };
  document.addEventListener('keydown', press);
  const root = createRoot(host);
  const copied: string[] = [];
  const bridge: AppBridge = {
    ask: (_, request) => {
      if (request !== null && 'text' in request) copied.push(request.text);
      return Promise.resolve(fail('internal'));
    },
    onNotice: () => undefined,
  };
  localStorage.removeItem('preferences');
  const nowhere = (): void => undefined;
  const trail = startTrail({ screen: 'reader', source });
  root.render(
    <ToastHost>
      <VaultProvider vault={vault}>
        <NavigationContext value={{ trail, go: nowhere, back: nowhere, forward: nowhere }}>
          <ShortcutContext value={shortcuts}>
            <BridgeContext value={bridge}>
              <PreferencesProvider>
                <ReaderScreen source={source} beside={isPaired ? source : undefined} />
              </PreferencesProvider>
            </BridgeContext>
          </ShortcutContext>
        </NavigationContext>
      </VaultProvider>
    </ToastHost>,
  );
  const close = (): void => {
    root.unmount();
    host.remove();
    document.removeEventListener('keydown', press);
    document.getSelection()?.removeAllRanges();
  };
  return { vault, source, work, host, mark, copied, close };
}

/** What the newest mark of this world began with. */
export function lastMarked({ vault }: ReadingWorld): ChangePayloads['marked']['mark'] | undefined {
  const act = vault.acts.findLast(({ kind }) => kind === 'marked');
  return act?.kind === 'marked' ? act.payload.mark : undefined;
}

/** As an import reads it, without sections and page labels. */
export async function workingTextOf(
  format: ReadFormat,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<WorkingText> {
  if (format === 'image') {
    const type = pictureType(bytes);
    const read = type === undefined ? undefined : await readPicture(bytes.slice(), type);
    if (read?.kind !== 'read') throw new Error('no picture');
    return read.work;
  }
  if (format === 'html') return workOfPage(new TextDecoder().decode(bytes));
  if (format !== 'pdf') return buildPlainText(new TextDecoder().decode(bytes), format);
  const session = await PdfSession.open(bytes.slice());
  const pages: PdfPage[] = [];
  const sizes: { width: number; height: number }[] = [];
  for (let i = 0; i < session.pageCount; i++) {
    const proxy = await session.page(i);
    pages.push(readPage(i, proxy.view, await session.text(i)));
    sizes.push(proxy.getViewport({ scale: 1 }));
  }
  await session.close();
  const { pageStarts, text, map, ranges, joins, unreadable } = buildPdfText(pages);
  return {
    extractor: 'test',
    format,
    text,
    map,
    ranges,
    joins,
    unreadable,
    sections: [],
    words: countWords(text),
    pages: pages.map((page, i) => ({
      label: `${i + 1}`,
      start: pageStarts[i] ?? 0,
      width: sizes[i]?.width ?? 0,
      height: sizes[i]?.height ?? 0,
      print: pagePrint(page),
    })),
  };
}

function importedAct(
  source: SourceId,
  workingFile: FileId,
  title: string,
  format: ReadFormat,
  work: WorkingText,
): Act {
  return {
    subject: `source/${source}`,
    kind: 'source-imported',
    payload: {
      source,
      format,
      original: {
        file: randomId(),
        name: title,
        mediaType: 'application/octet-stream',
        sizeBytes: 1,
        sha256: '0'.repeat(64),
      },
      status: 'text',
      working: {
        file: workingFile,
        extractor: work.extractor,
        pages: work.pages.length,
        words: work.words,
        unreadable: work.unreadable,
      },
      details: { ...emptyDetails, title, publisher: 'Exploitation Monitor' },
    },
  };
}
