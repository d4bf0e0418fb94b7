// The worker that stretches passphrases, for tests in Node: the messages of the real one, and keys that cost next to nothing.
import sodium from 'libsodium-wrappers-sumo';
import { argon2id } from '../../shared/crypto/argon2.ts';
import type { DeriveRequest } from '../../renderer/vault/derive-key.ts';
import { cheapCost } from './small-locker.ts';

/** Instead of `Worker`. Answers as a machine so slow that it gets the least cost. */
export class KdfWorker extends EventTarget {
  /** All that were started. */
  static readonly started: KdfWorker[] = [];
  /** As it arrived. */
  request: DeriveRequest | undefined;
  /** No copy of the passphrase stayed with whoever sent it. */
  isHandedOver = false;
  isEnded = false;

  constructor() {
    super();
    KdfWorker.started.push(this);
  }

  postMessage(request: DeriveRequest, options: StructuredSerializeOptions): void {
    this.request = structuredClone(request, options);
    this.isHandedOver = request.passphrase.length === 0;
    this.answer(this.request);
  }

  terminate(): void {
    this.isEnded = true;
  }

  protected answer({ passphrase, salt }: DeriveRequest): void {
    const key = argon2id(sodium, passphrase, salt, cheapCost);
    queueMicrotask(() => {
      this.dispatchEvent(new MessageEvent('message', { data: { key, tookMs: 60_000 } }));
    });
  }
}

/** One that ends with an error, as where there is no memory for it. */
export class FailingKdfWorker extends KdfWorker {
  protected override answer(): void {
    queueMicrotask(() => {
      this.dispatchEvent(new Event('error'));
    });
  }
}
