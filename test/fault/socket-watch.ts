// Looks again and again at which sockets the program's processes hold in a network namespace of its own.
import { driversPorts, foreignSockets, readSockets, socketsHeldBy } from './network-count.ts';

const lookEveryMs = 100;

export class SocketWatch {
  looks = 0;
  readonly #main: number;
  readonly #found = new Set<string>();
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
    const sockets = readSockets();
    for (const port of driversPorts(sockets)) this.#drivers.add(port);
    const own = socketsHeldBy(this.#main);
    for (const each of foreignSockets(sockets, own, this.#drivers)) this.#found.add(each);
  }

  /** Those that belong to no test driver. */
  end(): readonly string[] {
    clearInterval(this.#timer);
    return [...this.#found];
  }
}
