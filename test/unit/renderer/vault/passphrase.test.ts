import { expect, test } from 'vitest';
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
