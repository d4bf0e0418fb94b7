// The program as a test or the demo starts it: Electron where its binary is present, else the stand-in over a Chromium.
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { findElectron } from '../../tools/electron-binary.ts';
import { chromiumEnvironment, findChromium, ownEnvironment } from './chromium.ts';

const root = path.resolve(import.meta.dirname, '../..');

type LaunchOptions = NonNullable<Parameters<typeof _electron.launch>[0]>;

/** The folders one installation uses. */
export interface Place {
  readonly locker: string;
  readonly profile: string;
  readonly exports: string;
}

/** What of the machine it sees; for runs whose every written byte is looked at. */
export interface Surroundings {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The program as it runs now, through restarts and locks. */
export class RunningApp {
  readonly place: Place;
  readonly #switches: readonly string[];
  readonly #surroundings: Surroundings;
  #app: ElectronApplication;
  #page: Page;
  #isRunning = true;

  private constructor(
    place: Place,
    switches: readonly string[],
    surroundings: Surroundings,
    app: ElectronApplication,
    page: Page,
  ) {
    this.place = place;
    this.#switches = switches;
    this.#surroundings = surroundings;
    this.#app = app;
    this.#page = page;
  }

  /** `switches` come after those of the place: `--acks=FILE`, `--demo` … */
  static async start(
    place: Place,
    switches: readonly string[] = [],
    surroundings: Surroundings = {},
  ): Promise<RunningApp> {
    const app = await _electron.launch(shell(place, switches, surroundings));
    const page = await ready(await app.firstWindow());
    return new RunningApp(place, switches, surroundings, app, page);
  }

  get app(): ElectronApplication {
    return this.#app;
  }

  get page(): Page {
    return this.#page;
  }

  /** Does what makes the program lock, and waits for the fresh page. */
  async lockBy(act: () => Promise<unknown>): Promise<void> {
    const next = this.#app.waitForEvent('window');
    await act();
    this.#page = await ready(await next);
  }

  /** Ends the program as a person would and starts it again over the same folders. */
  async restart(): Promise<void> {
    await this.close();
    await this.startAgain();
  }

  /** SIGKILL to main, as a crash or a battery would. */
  async kill(): Promise<void> {
    const closed = this.#app.waitForEvent('close');
    this.#isRunning = false;
    this.#app.process().kill('SIGKILL');
    await closed;
  }

  async close(): Promise<void> {
    if (!this.#isRunning) return;
    this.#isRunning = false;
    await this.#app.close();
  }

  /** Starts over the folders of one that was killed or closed. */
  async startAgain(): Promise<void> {
    this.#app = await _electron.launch(shell(this.place, this.#switches, this.#surroundings));
    this.#isRunning = true;
    this.#page = await ready(await this.#app.firstWindow());
  }
}

/** A window is empty for a moment before its page comes. */
async function ready(page: Page): Promise<Page> {
  await page.waitForFunction(() => 'locker' in window);
  return page;
}

/** How the program is started over these folders: for a second instance, or under a debugger. */
export function shell(
  place: Place,
  switches: readonly string[],
  { cwd, environment = {} }: Surroundings = {},
): LaunchOptions {
  const args = [
    root,
    `--user-data-dir=${place.profile}`,
    `--locker=${place.locker}`,
    `--exports=${place.exports}`,
    ...switches,
  ];
  const electron = process.env['E2E_SHELL'] === 'stand-in' ? undefined : findElectron();
  const where = cwd === undefined ? {} : { cwd };
  if (electron !== undefined) {
    return {
      ...where,
      executablePath: electron,
      args,
      env: { ...ownEnvironment(), ...environment },
    };
  }
  const chromium = findChromium();
  return {
    ...where,
    executablePath: path.join(root, 'test/stand-in/electron-stand-in'),
    args: [...args, '--standin-headless'],
    env: {
      ...chromiumEnvironment(chromium),
      ...environment,
      STANDIN_BROWSER: chromium.executable,
      STANDIN_NODE: process.execPath,
    },
  };
}
