import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { SecretField } from '../../../../renderer/vault/calls/opening.ts';
import { Secrets } from '../../../../renderer/vault/secrets.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('secrets typed edit by edit', () => {
  test('hold what a text field would hold after the same edits', () => {
    const edit = fc.record({
      from: fc.nat(12),
      to: fc.nat(12),
      insert: fc.string({ unit: 'grapheme', maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
        const secrets = new Secrets();
        let model: string[] = [];
        for (const { from, to, insert } of edits) {
          const start = Math.min(from, model.length);
          const end = Math.max(start, Math.min(to, model.length));
          model = [...model.slice(0, start), ...Array.from(insert), ...model.slice(end)];
          expect(secrets.edit({ field: 'passphrase', from, to, insert })).toBe(model.length);
        }
        expect(secrets.text('passphrase')).toBe(model.join(''));
        expect(secrets.bytes('passphrase')).toEqual(utf8(model.join('').normalize('NFC')));
      }),
    );
  });

  test('give the same bytes for the same word in composed and decomposed form', () => {
    const secrets = new Secrets();
    secrets.edit({ field: 'passphrase', from: 0, to: 0, insert: 'caf\u00e9' });
    secrets.edit({ field: 'repeat', from: 0, to: 0, insert: 'cafe\u0301' });
    expect(secrets.bytes('passphrase')).toEqual(secrets.bytes('repeat'));
  });

  test('compare fields in full', () => {
    const secrets = new Secrets();
    secrets.edit({ field: 'passphrase', from: 0, to: 0, insert: 'abc' });
    secrets.edit({ field: 'repeat', from: 0, to: 0, insert: 'abd' });
    expect(secrets.same('passphrase', 'repeat')).toBe(false);
    secrets.edit({ field: 'repeat', from: 2, to: 3, insert: 'c' });
    expect(secrets.same('passphrase', 'repeat')).toBe(true);
  });

  test('are gone after clearing, and take no more than their capacity', () => {
    const secrets = new Secrets();
    expect(secrets.edit({ field: 'current', from: 0, to: 0, insert: 'x'.repeat(5000) })).toBe(1024);
    secrets.clear();
    expect(secrets.length('current')).toBe(0);
    expect(secrets.bytes('current')).toHaveLength(0);
  });

  test('leave nothing behind of what was deleted or cleared: two fields that say the same hold the same', () => {
    const secrets = new Secrets();
    const typed = (field: SecretField, insert: string) =>
      secrets.edit({ field, from: 0, to: secrets.length(field), insert });
    typed('passphrase', 'abcdef');
    secrets.edit({ field: 'passphrase', from: 2, to: 6, insert: '' });
    typed('repeat', 'ab');
    expect(secrets.same('passphrase', 'repeat')).toBe(true);
    typed('passphrase', 'abcdef');
    secrets.clear();
    typed('passphrase', 'ab');
    typed('repeat', 'ab');
    expect(secrets.same('passphrase', 'repeat')).toBe(true);
  });

  test('are never made a string while every character is ASCII, and are where one is not', () => {
    const secrets = new Secrets();
    secrets.edit({ field: 'passphrase', from: 0, to: 0, insert: 'correct horse \u007f' });
    secrets.edit({ field: 'current', from: 0, to: 0, insert: 'correct horse \u0080' });
    const made = vi.spyOn(String, 'fromCodePoint');
    try {
      expect(secrets.bytes('passphrase')).toEqual(utf8('correct horse \u007f'));
      expect(made).not.toHaveBeenCalled();
      expect(secrets.bytes('current')).toEqual(utf8('correct horse \u0080'));
    } finally {
      made.mockRestore();
    }
  });
});
