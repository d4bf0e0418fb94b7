// The operations of a PDF's content stream as the browser writes them (PDF 32000-1: 7.8.2). Bytes as Latin-1.

export interface Operation {
  readonly operator: string;
  /** As written, those of arrays and dictionaries one after the other. */
  readonly operands: readonly string[];
  readonly start: number;
  readonly end: number;
}

const token =
  /%[^\r\n]*|\((?:\\[^]|[^\\()])*\)|<<|>>|<[\da-f\s]*>|\/[^\s()<>[\]{}/%]*|[[\]{}]|[^\s()<>[\]{}/%]+/giy;

/** Stops at what the browser does not write: a picture in the stream itself, parentheses in a string without a backslash. */
export function* operationsOf(content: string): Generator<Operation> {
  let operands: string[] = [];
  let start = -1;
  const blank = /\s*/y;
  for (let at = 0; at < content.length;) {
    blank.lastIndex = at;
    blank.test(content);
    token.lastIndex = blank.lastIndex;
    const [word] = token.exec(content) ?? [];
    if (word === undefined || word === 'BI') return;
    at = token.lastIndex;
    if (word.startsWith('%')) continue;
    if (start < 0) start = at - word.length;
    if (!/^[a-z'"]/i.test(word)) {
      operands.push(word);
      continue;
    }
    yield { operator: word, operands, start, end: at };
    operands = [];
    start = -1;
  }
}

/** The bytes of a string operand in upper-case hex; empty where it is none. */
export function stringHex(operand: string): string {
  if (operand.startsWith('<') && operand !== '<<') {
    const digits = operand.slice(1, -1).replace(/\s/g, '').toUpperCase();
    return digits.length % 2 === 0 ? digits : `${digits}0`;
  }
  if (!operand.startsWith('(')) return '';
  const bytes = operand
    .slice(1, -1)
    .replace(
      /\\(?:([0-7]{1,3})|\r\n?|(\n)|([^]))/g,
      (_, octal?: string, line?: string, one?: string) => {
        if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
        if (line !== undefined || one === undefined) return '';
        return escapes[one] ?? one;
      },
    );
  return Array.from(bytes, (byte) => hexOf(byte.charCodeAt(0), 2)).join('');
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

export function hexOf(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}
