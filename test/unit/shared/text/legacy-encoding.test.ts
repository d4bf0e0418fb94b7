import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../../shared/text/decode.ts';
import { encodeAs, encodeBroken } from '../../../../tools/sample/encodings.ts';

const simplified =
  '工人们说，护照仍锁在工头的铁柜里。村里的会计有两本账，一本给来检查的人看，另一本锁在他家的柜子里。';
const traditional =
  '工人們說，護照仍鎖在工頭的鐵櫃裡。村裡的會計有兩本帳，一本給來檢查的人看，另一本鎖在他家的櫃子裡。';
const japanese =
  '労働者たちは、旅券がまだ親方の鉄の箱に入っていると言った。村の会計は帳簿を二つ持っている。';
const korean =
  '노동자들은 여권이 아직 감독의 철제 상자에 있다고 말했다. 마을의 회계는 장부를 두 권 가지고 있다.';
const russian =
  'Рабочие сказали, что паспорта всё ещё лежат в железном ящике у мастера, и никто их не вернул.';
const arabic = 'قال العمال إن الجوازات ما زالت في صندوق صاحب العمل ولم يرجع منها شيء إلى أصحابها.';

describe('a text in an old encoding', () => {
  test.each([
    ['gb18030', simplified],
    ['big5', traditional],
    ['shift_jis', japanese],
    ['euc-kr', korean],
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['windows-1256', arabic],
  ] as const)('%s is told by its commonest characters', (encoding, text) => {
    const bytes = new Uint8Array(encodeAs(encoding, text));
    expect(decodeText(bytes)).toEqual({ kind: 'text', text, encoding });
  });

  test('is not guessed from a few words', () => {
    expect(decodeText(new Uint8Array(encodeAs('gb18030', '海云'))).kind).toBe('encoding-unknown');
  });
});

test('Western European text stays what it is', () => {
  const text =
    'The café in Haiyun was closed – “for good”, they said, and its naïve owner paid 40 €.';
  expect(decodeText(new Uint8Array(encodeAs('windows-1252', text)))).toEqual({
    ...{ kind: 'text', text, encoding: 'windows-1252' },
  });
});

test('bytes of no language are unknown', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 200, maxLength: 400, min: 0xa1, max: 0xf7 }),
      (bytes) => {
        expect(decodeText(Uint8Array.from(bytes)).kind).toBe('encoding-unknown');
      },
    ),
  );
});

test('a few broken bytes in UTF-8 are U+FFFD, many make it no UTF-8', () => {
  const whole = '“Haiyun” – café. '.repeat(12);
  expect(decodeText(new Uint8Array(encodeBroken(`${whole}¤nd`)))).toMatchObject({
    text: `${whole}\ufffdnd`,
    encoding: 'utf-8',
  });
  expect(decodeText(new Uint8Array(encodeBroken('“¤¤¤¤¤¤¤¤¤¤”'))).kind).toBe('encoding-unknown');
});
