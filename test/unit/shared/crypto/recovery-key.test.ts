import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  parseRecoveryKey,
  printRecoveryKey,
  recoveryKeyBytes,
} from '../../../../shared/crypto/recovery-key.ts';

const key = fc
  .uint8Array({ minLength: recoveryKeyBytes, maxLength: recoveryKeyBytes })
  .map((bytes) => Uint8Array.from(bytes));

test('a printed key is 14 groups of 4 without letters that are taken for others', async () => {
  const printed = await printRecoveryKey(new Uint8Array(recoveryKeyBytes).fill(201));
  expect(printed).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
});

test('a key comes back however it is written down', async () => {
  const written = fc.constantFrom<(printed: string) => string>(
    (printed) => printed,
    (printed) => printed.toLowerCase(),
    (printed) => printed.replaceAll('-', ' '),
    (printed) => printed.replaceAll('-', ''),
    (printed) => ` ${printed.replaceAll('-', ' – ')}\n`,
    (printed) => printed.replaceAll('0', 'O').replaceAll('1', 'l'),
  );
  await fc.assert(
    fc.asyncProperty(key, written, async (bytes, write) => {
      expect(await parseRecoveryKey(write(await printRecoveryKey(bytes)))).toEqual(bytes);
    }),
  );
});

test('a mistyped, exchanged or missing character is noticed', async () => {
  const printed = (
    await printRecoveryKey(Uint8Array.from({ length: 32 }, (_, i) => i * 7))
  ).replaceAll('-', '');
  for (let at = 0; at < printed.length; at++) {
    const other = printed[at] === 'Z' ? 'Y' : 'Z';
    const mistyped = printed.slice(0, at) + other + printed.slice(at + 1);
    const exchanged =
      printed.slice(0, at) +
      printed
        .slice(at, at + 2)
        .split('')
        .reverse()
        .join('') +
      printed.slice(at + 2);
    expect(await parseRecoveryKey(mistyped)).toBeUndefined();
    if (exchanged !== printed) expect(await parseRecoveryKey(exchanged)).toBeUndefined();
    expect(await parseRecoveryKey(printed.slice(0, at) + printed.slice(at + 1))).toBeUndefined();
  }
  expect(await parseRecoveryKey('')).toBeUndefined();
  expect(await parseRecoveryKey('U'.repeat(56))).toBeUndefined();
});

test('a key with a character too many, or one that is none of the alphabet, is noticed', async () => {
  const printed = await printRecoveryKey(new Uint8Array(recoveryKeyBytes).fill(255));
  expect(printed).toMatch(/^ZZZZ-/);
  expect(await parseRecoveryKey(`${printed}0`)).toBeUndefined();
  for (const strange of ['U', '*', 'é']) {
    expect(await parseRecoveryKey(`ZZ${strange}${printed.slice(3)}`), strange).toBeUndefined();
  }
});
