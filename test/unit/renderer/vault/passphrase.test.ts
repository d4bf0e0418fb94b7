import { expect, test, vi } from 'vitest';
import { measureStrength, offerPassphrase } from '../../../../renderer/vault/passphrase.ts';

test.each(['', 'password', 'Haiyun2025', 'qwertyuiop', '20250314'])('finds %j too weak', (weak) => {
  expect(measureStrength(weak).accepted).toBe(false);
});

test('offers six words that pass the meter and differ each time', () => {
  const offers = Array.from({ length: 20 }, () => offerPassphrase());
  expect(new Set(offers).size).toBe(offers.length);
  for (const offer of offers) {
    expect(offer.split(' ')).toHaveLength(6);
    expect(measureStrength(offer).accepted).toBe(true);
  }
});

test('says what is wrong with a weak passphrase, before what might make it better', () => {
  expect(measureStrength('password').advice).toBe('This is a heavily used password.');
  expect(measureStrength('').advice).not.toBe('');
  expect(measureStrength('marble lantern ochre river upright quilt').advice).toBe('');
});

/** What is drawn next, as 16 bits each. */
function draw(...numbers: readonly number[]): () => void {
  const left = [...numbers];
  const spied = vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    const number = left.shift();
    if (number === undefined || !(array instanceof Uint16Array)) throw new Error('one too many');
    array[0] = number;
    return array;
  });
  return () => {
    spied.mockRestore();
  };
}

test('draws every word as often as any other: what is left over at the end of the draws is drawn again', () => {
  const mostWords = 7776 * 8; // as often as the list goes into 65,536
  const offerOf = (...numbers: readonly number[]): string => {
    const restore = draw(...numbers);
    try {
      return offerPassphrase();
    } finally {
      restore();
    }
  };
  const first = offerOf(0, 1, 2, 3, 4, 7775);
  expect(offerOf(mostWords, 65_535, 0, 1, 2, 3, 4, 7775)).toBe(first);
  expect(offerOf(7776, 7777, 2, 3, 4, mostWords - 1)).toBe(first);
  expect(new Set(first.split(' ')).size).toBe(6);
});

test('digits for letters do not make a common password strong', () => {
  for (const weak of ['P4ssw0rd!', 'H@iyun2025', 'P4ssw0rd!P4ssw0rd!']) {
    expect(measureStrength(weak).accepted).toBe(false);
  }
});

/** Milliseconds to measure a passphrase at every key. */
function typingMs(passphrase: string): number {
  const startedMs = performance.now();
  for (let end = 1; end <= passphrase.length; end++) measureStrength(passphrase.slice(0, end));
  return performance.now() - startedMs;
}

test('a number in a passphrase does not make the meter slow: the vault does nothing else meanwhile', () => {
  const words = typingMs('marble lantern ochre river upright quilt');
  const digits = typingMs('123456 marble lantern ochre river quilt');
  expect(digits / words).toBeLessThan(12);
});
