// WebCrypto's few operations that the locker uses, done at once by Node's crypto. WebCrypto hands every operation to another
// thread, which takes most of the time where a campaign opens a small locker thousands of times. The same bytes come out:
// test/unit/fault/quick-crypto.test.ts compares the two.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

type Bytes = Uint8Array<ArrayBuffer>;
const tagBytes = 16;

/** Until `restore` is called. Keys of one kind of crypto are of no use to the other. */
export function quickenCrypto(): { readonly restore: () => void } {
  Object.defineProperty(crypto, 'subtle', { configurable: true, value: quick });
  return { restore: () => Reflect.deleteProperty(crypto, 'subtle') };
}

const quick = {
  importKey: (_format: 'raw', raw: Bytes): Promise<KeyObject> => {
    return Promise.resolve(createSecretKey(raw));
  },
  digest: (name: string, bytes: Bytes) => done(createHash(nodeName(name)).update(bytes).digest()),
  deriveBits: ({ salt, info }: { salt: Bytes; info: Bytes }, key: KeyObject, bits: number) =>
    done(new Uint8Array(hkdfSync('sha512', key, salt, info, bits / 8))),
  encrypt: ({ iv }: { iv: Bytes }, key: KeyObject, bytes: Bytes) => {
    const cipher = createCipheriv('aes-256-gcm', key, iv);
    return done(Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]));
  },
  decrypt: async ({ iv }: { iv: Bytes }, key: KeyObject, sealed: Bytes) => {
    const end = sealed.length - tagBytes;
    const decipher = createDecipheriv('aes-256-gcm', key, iv);
    decipher.setAuthTag(sealed.subarray(end));
    return done(Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]));
  },
};

/** In a buffer of its own, as WebCrypto answers. */
function done(bytes: Uint8Array): Promise<ArrayBuffer> {
  return Promise.resolve(new Uint8Array(bytes).buffer);
}

function nodeName(name: string): string {
  return name.replace('-', '').toLowerCase();
}
