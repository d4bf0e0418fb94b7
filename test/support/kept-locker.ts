// A small locker of three sources under safekeeping, in a time that passes only when a test says so.
import type { SafekeepingAct } from '../../renderer/vault/calls/safekeeping.ts';
import type { VaultEvent } from '../../renderer/vault/contract.ts';
import { Safekeeping } from '../../renderer/vault/safekeeping.ts';
import type { Source } from '../../shared/evidence/source.ts';
import type { Act } from '../../shared/journal/change.ts';
import { fileName, type FolderName } from '../../shared/locker/folder.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import { buildPlainText } from '../../shared/text/plain.ts';
import { memoryBackup, type MemoryBackup } from './memory-backup.ts';
import { memoryFolder, type MemoryFolder } from './memory-folder.ts';
import {
  createSmallLocker,
  importSource,
  must,
  testHost,
  testPerson,
  there,
} from './small-locker.ts';

/** Passes only when a test says so. */
class HandClock {
  ms = 0;
  #waiting: { readonly ms: number; readonly end: () => void } | undefined;
  #begun: () => void = () => undefined;

  readonly elapsed = () => this.ms;

  readonly wait = (ms: number) =>
    new Promise<void>((end) => {
      this.#waiting = { ms, end };
      this.#begun();
    });

  /** Ends the pause there is; done when the next one begins. */
  async pass(): Promise<void> {
    const next = new Promise<void>((resolve) => (this.#begun = resolve));
    this.passLast();
    await next;
  }

  passLast(): void {
    const { ms, end } = there(this.#waiting);
    this.ms += ms;
    end();
  }
}

export class KeptLocker {
  readonly locker: OpenLocker;
  readonly folder: MemoryFolder;
  readonly backup: MemoryBackup;
  readonly clock = new HandClock();
  nowMs = 1_700_000_000_000;
  readonly events: VaultEvent[] = [];
  /** What was running whenever something was told. */
  readonly running: (SafekeepingAct | null)[] = [];
  readonly safekeeping: Safekeeping;

  constructor(locker: OpenLocker, folder: MemoryFolder) {
    this.locker = locker;
    this.folder = folder;
    this.backup = memoryBackup(folder);
    const { backup, clock } = this;
    const { wait, elapsed } = clock;
    const host = { backup, wait, elapsed, now: () => this.nowMs };
    this.safekeeping = new Safekeeping(locker, host, testPerson.id, (event) => {
      this.events.push(event);
      this.running.push(this.safekeeping.read().running);
    });
  }

  sourceNamed(title: string): Source {
    const sources = Array.from(this.locker.state.sources.values());
    return there(sources.find((each) => each.details.title === title));
  }

  textOf(title: string): FolderName {
    return fileName(there(this.sourceNamed(title).working).file);
  }

  /** Of the three, in the order of their import. */
  harms(): readonly unknown[] {
    const sources = Array.from(this.locker.state.sources.values());
    return sources.map((each) => this.safekeeping.harmOf(each));
  }

  /** Answers when it was done. */
  async act(...acts: readonly Act[]): Promise<number> {
    return there(must(await this.locker.act(acts, testPerson.id)).at(-1)).at;
  }
}

/** Of sources called by `titles`, each with a text. */
export async function keepLocker(...titles: readonly string[]): Promise<KeptLocker> {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  for (const title of titles) {
    const body = `${title}\n\nThe shelters were closed in autumn.\n`;
    const bytes = new TextEncoder().encode(body);
    await importSource(locker, bytes, title, buildPlainText(body, 'plain'));
  }
  return new KeptLocker(locker, folder);
}
