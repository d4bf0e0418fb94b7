// One key derivation, in a worker of its own that ends with it: wasm memory never shrinks, and Argon2id takes 256 MiB.
import sodium from 'libsodium-wrappers-sumo';
import { argon2id } from '../../shared/crypto/argon2.ts';
import type { DeriveRequest } from './derive-key.ts';

self.addEventListener('message', ({ data }: MessageEvent<DeriveRequest>) => {
  void sodium.ready.then(() => {
    const { passphrase, salt, cost } = data;
    if (data.warmUp) argon2id(sodium, passphrase, salt, cost); // the first call is up to twice as slow
    const startedMs = performance.now();
    const key = argon2id(sodium, passphrase, salt, cost);
    const tookMs = performance.now() - startedMs;
    passphrase.fill(0);
    self.postMessage({ key, tookMs }, { transfer: [key.buffer] });
  });
});
