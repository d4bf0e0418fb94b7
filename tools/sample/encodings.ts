// Text → bytes in encodings the platform only decodes: its decoder is asked for every sequence once.

type Encoding =
  | 'gb18030'
  | 'big5'
  | 'shift_jis'
  | 'euc-kr'
  | 'windows-1251'
  | 'windows-1252'
  | 'windows-1256'
  | 'koi8-r';

const singleByte = /^(?:windows|koi8)/;

export function encodeAs(encoding: Encoding, text: string): Uint8Array {
  const table = tableOf(encoding);
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      if (character < '\u0080') return [character.charCodeAt(0)];
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`${encoding} has no ${character}`);
      return [...bytes];
    }),
  );
}

/** UTF-8 with each `¤` as the byte 0xFF, which no UTF-8 text has. */
export function encodeBroken(text: string): Uint8Array {
  const parts = text.split('¤').map((part) => [...new TextEncoder().encode(part)]);
  return Uint8Array.from(parts.flatMap((part, i) => (i === 0 ? part : [0xff, ...part])));
}

function tableOf(encoding: Encoding): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: readonly number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if (Array.from(character).length === 1 && character !== '\ufffd' && !table.has(character))
      table.set(character, bytes);
  };
  for (let first = 0x80; first <= 0xff; first++) {
    if (singleByte.test(encoding)) add(first);
    else for (let second = 0x40; second <= 0xfe; second++) add(first, second);
  }
  return table;
}
