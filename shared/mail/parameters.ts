// `text/plain; charset=utf-8; name*0*=utf-8''a%20; name*1*=b` → the value and its parameters (RFC 2045, 5.1; RFC 2231).
import { concat, type Bytes } from '../bytes.ts';
import { decodeCharset } from './charset.ts';
import { decodeWords, toBytes } from './header-words.ts';

export interface ParameterValue {
  /** In lower case, without its parameters. */
  readonly value: string;
  /** By their names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
}

const mostParameters = 200;

export function readParameters(field: string): ParameterValue {
  const [value = '', ...rest] = splitAtSemicolons(field);
  const plain = new Map<string, string>();
  const pieces = new Map<string, Piece[]>();
  for (const one of rest.slice(0, mostParameters)) {
    const equals = one.indexOf('=');
    if (equals < 0) continue;
    const key = one.slice(0, equals).trim().toLowerCase();
    const text = unquote(one.slice(equals + 1).trim());
    const star = /^([^*]+)\*(?:(\d{1,3})(\*)?)?$/.exec(key);
    if (star === null) {
      if (!plain.has(key)) plain.set(key, decodeWords(text));
      continue;
    }
    const [, name = '', number] = star;
    const isEncoded = number === undefined || star[3] !== undefined;
    const own = pieces.get(name) ?? [];
    own.push({ order: Number(number ?? 0), isEncoded, text });
    pieces.set(name, own);
  }
  for (const [name, own] of pieces) plain.set(name, joinPieces(own));
  return { value: value.trim().toLowerCase(), parameters: plain };
}

interface Piece {
  readonly order: number;
  readonly isEncoded: boolean;
  readonly text: string;
}

function joinPieces(pieces: readonly Piece[]): string {
  const sorted = pieces.toSorted((a, b) => a.order - b.order);
  const first = sorted[0];
  const label = first?.isEncoded === true ? /^([^']*)'[^']*'/.exec(first.text) : null;
  const bytes = sorted.map(({ isEncoded, text }, i) => {
    const own = i === 0 && label !== null ? text.slice(label[0].length) : text;
    return isEncoded ? percentDecoded(own) : toBytes(own);
  });
  return decodeCharset(concat(...bytes), label?.[1] ?? '');
}

function percentDecoded(text: string): Bytes {
  return toBytes(
    text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
  );
}

/** Those within quotation marks part nothing. */
function splitAtSemicolons(field: string): string[] {
  const parts: string[] = [];
  let isQuoted = false;
  let from = 0;
  for (let at = 0; at < field.length; at++) {
    const sign = field[at];
    if (isQuoted && sign === '\\') at++;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === ';' && !isQuoted) {
      parts.push(field.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(field.slice(from));
  return parts;
}

function unquote(text: string): string {
  if (!text.startsWith('"')) return text;
  const end = text.length > 1 && text.endsWith('"') ? -1 : undefined;
  return text.slice(1, end).replace(/\\(.)/g, '$1');
}
