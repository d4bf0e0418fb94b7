// WebContents over one Chromium page: the calls of its preload, the pushes to it, its PDF.
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { browser } from './browser.ts';
import { createCodec, type Message } from './codec.ts';
import { dispatch } from './ipc-main.ts';
import { installPageRuntime, type PageOptions } from './page-runtime.ts';
import { hostSuffix, toAppUrl, toPageUrl } from './session.ts';

interface PageSize {
  readonly width?: number;
  readonly height?: number;
  readonly webPreferences?: { readonly preload?: string };
}

type OpenHandler = (details: { readonly url: string }) => { readonly action: string };

interface FromPage {
  readonly kind: 'invoke' | 'open';
  readonly id: number;
  readonly channel: string;
  readonly args: unknown[];
  readonly url: string;
}

interface RawFromPage {
  readonly token: string;
  readonly json: string;
  readonly parts: readonly string[];
  readonly upload?: string;
  readonly last: boolean;
  readonly data: string;
}

const codec = createCodec();
const smallBytes = 65_536;
const readBytes = 1024 * 1024;
const blobs = new Map<string, Uint8Array>();
let lastId = 0;

export class WebContents extends EventEmitter {
  readonly id = ++lastId;
  readonly attached: Promise<void>;
  url = '';
  navigatingTo: string | undefined;
  targetId = '';
  sessionId = '';
  readonly #token = randomUUID();
  readonly #uploads = new Map<string, Buffer[]>();
  #mayOpen: OpenHandler = () => ({ action: 'deny' });

  /** `onTarget` hears which Chromium page this is, before anything is loaded into it. */
  constructor(options: PageSize, onTarget: (targetId: string) => void) {
    super();
    this.attached = this.#attach(options, onTarget);
    this.attached.catch(() => undefined); // told to whoever loads an address
  }

  get mainFrame() {
    const url = this.getURL();
    return { url, origin: /^\w+:\/\/[^/]*/.exec(url)?.[0] ?? 'null', parent: null };
  }

  getType(): string {
    return 'window';
  }

  getURL(): string {
    return toAppUrl(this.url);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#mayOpen = handler;
  }

  setWebRTCIPHandlingPolicy(): void {
    // Chromium got the same policy as a switch.
  }

  async loadURL(url: string): Promise<void> {
    await this.attached;
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve));
    this.navigatingTo = toPageUrl(url);
    const { errorText } = await browser.send<{ errorText?: string }>(
      'Page.navigate',
      { url: this.navigatingTo },
      this.sessionId,
    );
    this.navigatingTo = undefined;
    if (errorText !== undefined) throw new Error(`${errorText} loading ${url}`);
    await loaded;
  }

  send(channel: string, ...args: unknown[]): void {
    void this.#push(codec.encode({ kind: 'push', channel, args }));
  }

  /** Electron's options bear the names of the DevTools protocol's. */
  async printToPDF(options: object): Promise<Buffer> {
    const { stream } = await browser.send<{ stream: string }>(
      'Page.printToPDF',
      { ...options, transferMode: 'ReturnAsStream' },
      this.sessionId,
    );
    const parts: Buffer[] = [];
    for (let done = false; !done;) {
      const part = await browser.send<{ data: string; base64Encoded?: boolean; eof: boolean }>(
        'IO.read',
        { handle: stream, size: readBytes },
        this.sessionId,
      );
      parts.push(Buffer.from(part.data, part.base64Encoded === true ? 'base64' : 'utf8'));
      done = part.eof;
    }
    await browser.send('IO.close', { handle: stream }, this.sessionId);
    return Buffer.concat(parts);
  }

  /** Puts text on the clipboard as a copy by the person would. */
  async copyText(text: string): Promise<void> {
    const expression = `document.addEventListener('copy', (event) => {
      event.clipboardData.setData('text/plain', ${JSON.stringify(text)});
      event.preventDefault();
    }, { once: true, capture: true }); document.execCommand('copy')`;
    const { result } = await browser.send<{ result: { value?: unknown } }>(
      'Runtime.evaluate',
      { expression, userGesture: true, returnByValue: true },
      this.sessionId,
    );
    if (result.value !== true) throw new Error('Chromium refused to copy');
  }

  async receive(payload: string): Promise<void> {
    const raw = JSON.parse(payload) as RawFromPage;
    if (raw.token !== this.#token) return;
    const message = this.#collect(raw);
    if (message === undefined) return;
    const call = codec.decode(message) as FromPage;
    await this.#push(codec.encode(await this.#answer(call)));
  }

  async #answer(call: FromPage): Promise<object> {
    const { id } = call;
    if (call.kind === 'open') {
      return { kind: 'reply', id, ok: true, value: this.#mayOpen({ url: call.url }).action };
    }
    const event = { sender: this, senderFrame: this.mainFrame };
    try {
      const value = await dispatch(call.channel, event, call.args);
      return { kind: 'reply', id, ok: true, value };
    } catch (error) {
      const value = `Error invoking remote method '${call.channel}': ${String(error)}`;
      return { kind: 'reply', id, ok: false, value };
    }
  }

  #collect(raw: RawFromPage): Message | undefined {
    if (raw.upload === undefined) {
      return { json: raw.json, buffers: raw.parts.map((part) => fromBase64(part)) };
    }
    const parts = this.#uploads.get(raw.upload) ?? [];
    parts.push(Buffer.from(raw.data, 'base64'));
    this.#uploads.set(raw.upload, parts);
    if (!raw.last) return undefined;
    this.#uploads.delete(raw.upload);
    return codec.unpack(Uint8Array.from(Buffer.concat(parts)));
  }

  async #push(message: Message): Promise<void> {
    await this.attached;
    const size = message.buffers.reduce((sum, { byteLength }) => sum + byteLength, 0);
    const parts = message.buffers.map((bytes) => Buffer.from(bytes).toString('base64'));
    const call =
      size <= smallBytes
        ? [JSON.stringify({ json: message.json, parts }), null]
        : [null, keepBlob(codec.pack(message))];
    const expression = `standInReceive(...${JSON.stringify(call)})`;
    await browser.send('Runtime.evaluate', { expression }, this.sessionId).catch(() => undefined);
  }

  async #attach(options: PageSize, onTarget: (targetId: string) => void): Promise<void> {
    const { width = 800, height = 600, webPreferences } = options;
    this.targetId = await browser.takePage(width, height);
    onTarget(this.targetId);
    const { sessionId } = await browser.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId: this.targetId,
      flatten: true,
    });
    this.sessionId = sessionId;
    const source = pageSource(webPreferences?.preload, {
      token: this.#token,
      hostSuffix,
      platform: process.platform,
      versions: { node: process.versions.node },
    });
    await browser.send('Page.enable', {}, sessionId);
    await browser.send('Runtime.enable', {}, sessionId);
    await browser.send('Runtime.addBinding', { name: 'standInSend' }, sessionId);
    await browser.send('Page.addScriptToEvaluateOnNewDocument', { source }, sessionId);
  }
}

/** Bytes too big for a DevTools call wait here until the page fetches them, once. */
export function takeBlob(pathname: string): Uint8Array | undefined {
  const blob = blobs.get(pathname);
  blobs.delete(pathname);
  return blob;
}

function keepBlob(bytes: Uint8Array): string {
  const pathname = `/.standin/${randomUUID()}`;
  blobs.set(pathname, bytes);
  return pathname;
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, 'base64'));
}

function pageSource(preload: string | undefined, options: PageOptions): string {
  const script = preload === undefined ? '' : readFileSync(preload, 'utf8');
  const runPreload = `function (require, module, exports, process) { ${script}\n}`;
  return `(${String(installPageRuntime)})(${JSON.stringify(options)}, (${String(createCodec)})(), ${runPreload});`;
}
