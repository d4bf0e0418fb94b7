import { powerMonitor } from 'electron';
import { defaultSettings } from '../shared/evidence/settings.ts';

type Reason = 'idle' | 'suspend' | 'screen-lock';

const pollMs = 5_000;

/**
 * Locks when the machine sleeps, when its screen is locked, and when nobody has touched it for as long as was asked. Until a
 * page has said what its locker asks, the default counts: whoever copies a recovery key to paper needs some minutes, and a
 * half-typed passphrase should not stay for ever.
 */
export class AutoLock {
  readonly #lock: (reason: Reason) => void;
  #minutes: number = defaultSettings.autoLockMinutes;
  /** Locked for this absence: a page that is fresh need not be replaced again until somebody comes back. */
  #isDone = false;

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

  set minutes(minutes: number) {
    this.#minutes = minutes;
    this.#isDone = false;
  }

  /** A page has ended: the next one's locker may ask for something else. */
  reset(): void {
    this.#minutes = defaultSettings.autoLockMinutes;
  }

  look(idleSeconds: number): void {
    const isAway = idleSeconds >= this.#minutes * 60;
    if (isAway && !this.#isDone) this.#lock('idle');
    this.#isDone = isAway;
  }
}
