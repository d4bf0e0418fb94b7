// Every plain text that was sealed or opened, as the very arrays: what holds keys is to be zeroed after use.
import type * as Cobblestone from '../../shared/crypto/cobblestone.ts';

export const passed: Uint8Array[] = [];

/** For `vi.mock` of `shared/crypto/cobblestone.ts`. */
export async function watched(
  original: () => Promise<typeof Cobblestone>,
): Promise<typeof Cobblestone> {
  const real = await original();
  return {
    ...real,
    sealMessage: (key, context, plain) => {
      passed.push(plain);
      return real.sealMessage(key, context, plain);
    },
    openMessage: async (...how) => {
      const plain = await real.openMessage(...how);
      if (plain !== undefined) passed.push(plain);
      return plain;
    },
  };
}
