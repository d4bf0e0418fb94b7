import type { Random } from './random.ts';

/**
 * Lets ids, salts and keys come from the campaign's generator until `restore` is called, so that a step that failed makes the
 * same bytes again. Two steps may then seal under the same salts: nothing sealed here is ever a secret.
 */
export function seedCrypto(random: Random): { readonly restore: () => void } {
  Object.defineProperty(crypto, 'getRandomValues', {
    configurable: true,
    value: <T extends ArrayBufferView>(view: T): T => {
      random.fill(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
      return view;
    },
  });
  return { restore: () => Reflect.deleteProperty(crypto, 'getRandomValues') };
}
