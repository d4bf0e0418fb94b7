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
