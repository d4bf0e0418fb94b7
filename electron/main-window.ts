import { BrowserWindow, type WebContents } from 'electron';
import { flushTimeMs, noticeChannel, type Notice } from '../shared/ipc.ts';
import { appOrigin } from './security/app-protocol.ts';
import { hardenedPreferences } from './security/window-preferences.ts';

/** Never the name of a document: titles end up in task lists, screenshots and logs. */
const title = 'Evidence Locker';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The one window. Locking replaces it: a passphrase stays findable in a page's memory after everything a page can do,
 * and is gone when its process ends. Where the locker's settings ask for it, locking ends the program: then nothing that
 * was typed stays in main either.
 */
export class MainWindow {
  readonly #devTools: boolean;
  readonly #onPageEnd: () => Promise<void>;
  #window: BrowserWindow | undefined;
  #state: 'open' | 'replacing' | 'closing' = 'open';
  /** The page's wish. Where it was wished, no page follows this one. */
  quitsWhenLocking = false;

  /** `onPageEnd` is called for every page that ends; the next one begins when it is done. */
  constructor(devTools: boolean, onPageEnd: () => Promise<void>) {
    this.#devTools = devTools;
    this.#onPageEnd = onPageEnd;
  }

  /** True between two pages, when having no window does not mean that the person is done. */
  get isReplacing(): boolean {
    return this.#state === 'replacing';
  }

  async open(size: Size): Promise<void> {
    const window = new BrowserWindow({
      ...size,
      minWidth: 720,
      minHeight: 480,
      title,
      show: false,
      webPreferences: { ...hardenedPreferences, devTools: this.#devTools },
    });
    this.#window = window;
    this.#state = 'open';
    window.setContentProtection(true); // no screenshots and recordings, where the system can
    window.on('page-title-updated', (event) => {
      event.preventDefault();
    });
    window.once('ready-to-show', () => {
      window.show();
    });
    window.once('close', (event) => {
      event.preventDefault();
      this.#close();
    });
    window.webContents.once('render-process-gone', () => {
      void this.end(window.webContents);
    });
    await window.loadURL(`${appOrigin}/`);
  }

  /** Asks the page to flush and ends it when it says so, or when its time is over. */
  lock(reason: Notice['reason']): void {
    const contents = this.#window?.webContents;
    if (contents === undefined || this.#state !== 'open') return;
    this.#tell({ kind: 'lock-now', reason });
    setTimeout(() => void this.end(contents), flushTimeMs);
  }

  /** Ends this page and its process, and opens a fresh one in its place. A page that has ended already is left alone. */
  async end(contents: WebContents): Promise<void> {
    const window = this.#window;
    if (window?.webContents !== contents) return;
    const [width = 0, height = 0] = window.getSize();
    const reopen = this.#state !== 'closing' && !this.quitsWhenLocking;
    this.#state = reopen ? 'replacing' : 'closing';
    this.#window = undefined;
    const closed = new Promise<void>((resolve) => {
      window.once('closed', () => {
        resolve();
      });
    });
    window.destroy();
    await closed; // two pages at once might share a process
    await this.#onPageEnd();
    if (reopen) await this.open({ width, height });
  }

  /** A covered page shows nothing, and neither does the title bar. */
  cover(contents: WebContents, on: boolean): void {
    if (this.#window?.webContents === contents) this.#window.setTitle(on ? '' : title);
  }

  focus(): void {
    this.#window?.focus();
  }

  /** The person closes the window: the page may flush, then the program ends. */
  #close(): void {
    const contents = this.#window?.webContents;
    if (contents === undefined) return;
    this.#state = 'closing';
    this.#tell({ kind: 'lock-now', reason: 'close' });
    setTimeout(() => void this.end(contents), flushTimeMs);
  }

  #tell(notice: Notice): void {
    this.#window?.webContents.send(noticeChannel, notice);
  }
}
