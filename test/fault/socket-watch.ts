// Looks again and again at which sockets the program's processes hold in a network namespace of its own.
import {
  driversPorts,
  foreignSockets,
  readSockets,
  socketsHeldBy,
  type Socket,
} from './network-count.ts';

const lookEveryMs = 100;

export class SocketWatch {
  looks = 0;
  readonly #main: number;
  /** All that the program's processes ever held, by what they are. */
  readonly #held = new Map<string, Socket>();
  /** A debugger that has ended leaves connections behind for a moment. */
  readonly #drivers = new Set<number>();
  readonly #timer: ReturnType<typeof setInterval>;

  /** Of the process `main` and all it started. */
  constructor(main: number) {
    this.#main = main;
    this.#timer = setInterval(() => {
      this.#look();
    }, lookEveryMs);
  }

  #look(): void {
    this.looks++;
    this.take(readSockets(), socketsHeldBy(this.#main));
  }

  /** One look: the sockets there are, and the inodes of those that are the program's. */
  take(sockets: readonly Socket[], own: ReadonlySet<string>): void {
    for (const port of driversPorts(sockets)) this.#drivers.add(port);
    for (const socket of sockets.filter(({ inode }) => own.has(inode))) {
      const { kind, local, remoteAddress, remote, inode } = socket;
      this.#held.set([kind, local, remoteAddress, remote, inode].join(' '), socket);
    }
  }

  /**
   * Those that belong to no test driver. Told at the end, when all drivers are known: the system lists who listens before who is
   * connected, so that a driver that comes in between is seen without its port.
   */
  end(): readonly string[] {
    clearInterval(this.#timer);
    const held = [...this.#held.values()];
    return [
      ...new Set(foreignSockets(held, new Set(held.map(({ inode }) => inode)), this.#drivers)),
    ];
  }
}
