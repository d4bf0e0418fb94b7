// Argon2id in a worker that lives for one derivation, and how dear it is made on this machine.
import type { Bytes } from '../../shared/bytes.ts';
import {
  argon2SaltBytes,
  leastCost,
  usualCost,
  type Argon2,
  type Argon2Cost,
} from '../../shared/crypto/argon2.ts';

export interface DeriveRequest {
  /** A copy: it is overwritten. */
  readonly passphrase: Bytes;
  readonly salt: Bytes;
  readonly cost: Argon2Cost;
  readonly warmUp: boolean;
}

interface Derived {
  readonly key: Bytes;
  readonly tookMs: number;
}

export const deriveKey: Argon2 = async (passphrase, salt, cost) => {
  const { key } = await derive({ passphrase: passphrase.slice(), salt, cost, warmUp: false });
  return key;
};

/** The cost that takes about a second here: measured once, when a locker is created. */
export async function calibrateCost(): Promise<Argon2Cost> {
  const passphrase = new Uint8Array(16);
  const salt = new Uint8Array(argon2SaltBytes);
  const { tookMs } = await derive({ passphrase, salt, cost: leastCost, warmUp: true });
  return chooseCost(tookMs);
}

/** From what the least cost took: the usual memory where it fits about a second, else as much as does, never less than the least. */
export function chooseCost(leastTookMs: number): Argon2Cost {
  const targetMs = 1000;
  const affordable = Math.floor(targetMs / Math.max(leastTookMs, 1)); // in units of the least cost
  const memory = Math.min(usualCost.memoryKiB, leastCost.memoryKiB * Math.max(1, affordable));
  const spare = Math.floor((affordable * leastCost.memoryKiB) / memory);
  const passes = Math.min(8, Math.max(usualCost.passes, usualCost.passes * spare));
  return { memoryKiB: memory, passes };
}

function derive(request: DeriveRequest): Promise<Derived> {
  const worker = new Worker(new URL('./kdf.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Derived>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Derived>) => {
      resolve(data);
    });
    worker.addEventListener('error', () => {
      reject(new Error('the key derivation failed'));
    });
    worker.postMessage(request, { transfer: [request.passphrase.buffer] });
  }).finally(() => {
    worker.terminate();
  });
}
