import { powerMonitor } from 'electron';

type Reason = 'idle' | 'suspend' | 'screen-lock';

const pollMs = 5_000;

/** Locks when the machine sleeps, when its screen is locked, and when nobody has touched it for as long as was asked. */
export class AutoLock {
  readonly #lock: (reason: Reason) => void;
  #minutes = 0;

  constructor(lock: (reason: Reason) => void) {
    this.#lock = lock;
  }

  watch(): void {
    powerMonitor.on('suspend', () => {
      this.#lock('suspend');
    });
    powerMonitor.on('lock-screen', () => {
      this.#lock('screen-lock');
    });
    setInterval(() => {
      this.look(powerMonitor.getSystemIdleTime());
    }, pollMs).unref();
  }

  /** 0 is never. */
  set minutes(minutes: number) {
    this.#minutes = minutes;
  }

  look(idleSeconds: number): void {
    if (this.#minutes > 0 && idleSeconds >= this.#minutes * 60) this.#lock('idle');
  }
}
