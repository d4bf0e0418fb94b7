import { expect, test } from 'vitest';
import { decodePage } from '../../../../shared/web/encoding.ts';

/** A sentence as it reads, and its bytes in the encoding as Base64. */
const sentences: readonly (readonly [string, string, string])[] = [
  [
    'shift_jis',
    '海雲共和国の労働省は五月に工場を閉鎖したと発表した。労働者は賃金を受け取っていない。',
    'ikOJX4ukmGGNkYLMmEqTrY/Igs2M3IyOgsmNSI/qgvCVwo29grWCvYLGlK2VXIK1gr2BQphKk62O0oLNksCL4ILwjvOCr47mgsGCxIKigsiCooFC',
  ],
  [
    'euc-jp',
    '海雲共和国の労働省は五月に工場を閉鎖したと発表した。労働者は賃金を受け取っていない。',
    's6SxwLamz8K58aTOz6vGr77KpM+43rfupMu5qb7spPLKxLq/pLekv6TIyK/JvaS3pL+ho8+rxq+81KTPxMK24qTyvPWksbzopMOkxqSkpMqkpKGj',
  ],
  [
    'gb18030',
    '海云共和国劳动部表示，工厂已于五月关闭。工人没有得到工资，他们的家人也没有收到任何通知。',
    'uqPUxrmyus25+sDNtq+yv7Htyr6jrLmks6fS0dPazuXUwrnYsdWho7mkyMvDu9PQtcO1vbmk18qjrMv7w8e1xLzSyMvSssO709DK1bW9yM66zs2o1qqhow==',
  ],
  [
    'big5',
    '海雲共和國勞動部表示，工廠已於五月關閉。工人沒有得到工資，他們的家人也沒有收到任何通知。',
    'rvy2s6ZAqU2w6rPSsMqzoartpdyhQaR1vHSkd6nzpK2k68P2s6yhQ6R1pEioU6azsW+o7KR1uOqhQaVMrcyquq5hpEikXahTprOmrKjspfSm87Nxqr6hQw==',
  ],
  [
    'euc-kr',
    '해운공화국 노동부는 공장이 오월에 문을 닫았다고 밝혔다. 노동자들은 임금을 받지 못했다.',
    'x9i/7rD4yK2xuSCz67W/us60wiCw+MDlwMwgv8C/+b+hILmuwLsgtN2+0rTZsO0gueDH+7TZLiCz67W/wNq16cC6IMDTsd3AuyC53sH2ILj4x9+02S4=',
  ],
  [
    'windows-1251',
    'Министерство труда Республики Хайюнь сообщило, что фабрика закрыта в мае. Рабочие не получили зарплату.',
    'zOjt6PHy5fDx8uLuIPLw8+TgINDl8e/z4evo6ugg1eDp/u38IPHu7uH56OvuLCD38u4g9ODh8Ojq4CDn4Orw+/LgIOIg7ODlLiDQ4OHu9+jlIO3lIO/u6/P36OvoIOfg8O/r4PLzLg==',
  ],
  [
    'koi8-r',
    'Министерство труда Республики Хайюнь сообщило, что фабрика закрыта в мае. Рабочие не получили зарплату.',
    '7cnOydPUxdLT1NfPINTS1cTBIPLF09DVwszJy8kg6MHKwM7YINPPz8LdyczPLCDe1M8gxsHC0snLwSDawcvS2dTBINcgzcHFLiDywcLP3snFIM7FINDPzNXeyczJINrB0tDMwdTVLg==',
  ],
  [
    'windows-1256',
    'أعلنت وزارة العمل في جمهورية هايون أن المصنع أغلق في مايو ولم يحصل العمال على أجورهم.',
    'w9rh5Mog5tLH0ckgx+Ha4+Eg3e0gzOPl5tHtySDlx+3m5CDD5CDH4ePV5Nogw9vh3iDd7SDjx+3mIObh4yDtzdXhIMfh2uPH4SDa4ewgw8zm0eXjLg==',
  ],
  [
    'windows-1252',
    'Le ministère du Travail a fermé l’usine en mai ; les ouvriers n’ont pas été payés. Über größere Mühlen.',
    'TGUgbWluaXN06HJlIGR1IFRyYXZhaWwgYSBmZXJt6SBsknVzaW5lIGVuIG1haSA7IGxlcyBvdXZyaWVycyBukm9udCBwYXMg6XTpIHBheelzLiDcYmVyIGdy9t9lcmUgTfxobGVuLg==',
  ],
  [
    'windows-1250',
    'Ministerstvo práce uvedlo, že továrna byla v květnu uzavřena a dělníci nedostali mzdu. Příliš žluťoučký kůň.',
    'TWluaXN0ZXJzdHZvIHBy4WNlIHV2ZWRsbywgnmUgdG924XJuYSBieWxhIHYga3bsdG51IHV6YXb4ZW5hIGEgZOxsbu1jaSBuZWRvc3RhbGkgbXpkdS4gUPjtbGmaIJ5sdZ1vdehr/SBr+fIu',
  ],
  [
    'windows-1254',
    'Çalışma Bakanlığı fabrikanın mayıs ayında kapatıldığını açıkladı. İşçiler ücretlerini alamadı.',
    'x2Fs/f5tYSBCYWthbmz98P0gZmFicmlrYW79biBtYXn9cyBhef1uZGEga2FwYXT9bGT98P1u/SBh5/1rbGFk/S4g3f7naWxlciD8Y3JldGxlcmluaSBhbGFtYWT9Lg==',
  ],
  [
    'windows-1253',
    'Το Υπουργείο Εργασίας ανακοίνωσε ότι το εργοστάσιο έκλεισε τον Μάιο και οι εργάτες δεν πληρώθηκαν.',
    '1O8g1fDv9fHj5d/vIMXx4+Hz3+HyIOHt4erv3+358+Ug/PTpIPTvIOXx4+/z9Nzz6e8g3err5enz5SD07+0gzNzp7yDq4ekg7+kg5fHj3PTl8iDk5e0g8Ovn8f7o5+rh7S4=',
  ],
  [
    'windows-1255',
    'משרד העבודה הודיע כי המפעל נסגר במאי והעובדים לא קיבלו את שכרם.',
    '7vn44yDk8uHl4+Qg5OXj6fIg6+kg5O708uwg8PHi+CDh7uDpIOXk8uXh4+ntIOzgIPfp4ezlIOD6IPnr+O0u',
  ],
  ['utf-8', 'Le ministère 海雲 نعم', 'TGUgbWluaXN0w6hyZSDmtbfpm7Ig2YbYudmF'],
];
const declarations = ['', 'utf-8', 'iso-8859-1', 'gb2312', 'shift_jis', 'no-such-encoding'];
/** Between these nobody can tell by a sentence: both give every byte a letter of the same script. */
const undecidable = new Set(['windows-1254 declared iso-8859-1']);

function bytesOf(base64: string): number[] {
  return Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

function pageOf(declared: string, body: readonly number[]): Uint8Array<ArrayBuffer> {
  const meta = declared === '' ? '' : `<meta charset="${declared}">`;
  const head = new TextEncoder().encode(`<!doctype html><head>${meta}<title>x</title><p>`);
  return Uint8Array.from([...head, ...body, ...new TextEncoder().encode('</p>')]);
}

test.each(sentences)('a page in %s is read whatever it declares', (encoding, text, base64) => {
  for (const declared of [...declarations, encoding]) {
    if (undecidable.has(`${encoding} declared ${declared}`)) continue;
    const decoded = decodePage(pageOf(declared, bytesOf(base64)));
    expect.soft(decoded.text, `declared ${declared}`).toContain(text);
  }
});

test('a byte-order mark goes before every declaration', () => {
  const page = '<meta charset="shift_jis"><p>größer';
  const wide = Array.from(page, (sign) => [sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8]);
  expect(decodePage(Uint8Array.from([0xff, 0xfe, ...wide.flat()])).text).toBe(page);
  expect(decodePage(Uint8Array.from(wide.flat())).text).toBe(page);
  const utf8 = Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(page)]);
  expect(decodePage(utf8)).toEqual({ text: page, encoding: 'utf-8' });
});

test('what stood beside the bytes is believed where it fits, as is a rare but fitting declaration', () => {
  const body = [...bytesOf(sentences[0]?.[2] ?? '')];
  expect(decodePage(pageOf('utf-8', body), 'Shift_JIS').encoding).toBe('shift_jis');
  // "Łódź" in ISO 8859-2: as Windows-1252 it would be "£ódŒ" or the like.
  const polish = decodePage(pageOf('iso-8859-2', [0xa3, 0xf3, 0x64, 0xbc]));
  expect(polish.text).toContain('Łódź');
});

test('UTF-8 that is cut off in a character is still read as UTF-8', () => {
  const body = new TextEncoder().encode('Das Ministerium schloß die Mühle. 海雲共和国 größer');
  const decoded = decodePage(pageOf('utf-8', [...body, 0xe6, 0xb5]));
  expect(decoded.text).toContain('schloß die Mühle. 海雲共和国 größer');
});

test('every sequence of bytes gives a text', () => {
  for (let i = 0; i < 256; i++) {
    const bytes = Uint8Array.from({ length: 64 }, (_, at) => (at * i * 7 + i) & 0xff);
    expect(typeof decodePage(bytes, 'x').text).toBe('string');
  }
});
