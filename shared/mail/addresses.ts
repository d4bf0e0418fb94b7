// The name in `"Weber, R." <r.weber@example.org>` (RFC 5322, 3.4).
import { decodeWords } from './header-words.ts';

/** Of the first mailbox; empty where it has an address only. `value` is as in the header. */
export function firstName(value: string, charset: string): string {
  let isQuoted = false;
  let depth = 0;
  let name = '';
  for (let at = 0; at < value.length; at++) {
    const sign = value.charAt(at);
    if (sign === '\\' && (isQuoted || depth > 0)) at++;
    if (sign === '"' && depth === 0) isQuoted = !isQuoted;
    else if (isQuoted) name += sign === '\\' ? value.charAt(at) : sign;
    else if (sign === '(') depth++;
    else if (sign === ')' && depth > 0) depth--;
    else if (depth > 0) continue;
    // A group's name (`Friends: a@b, c@d;`) is nobody's.
    else if (sign === ':') name = '';
    else if (sign === '<') return withoutAddress(decodeWords(name, charset));
    else if (sign === ',' || sign === ';') break;
    else name += sign;
  }
  return withoutAddress(decodeWords(name, charset));
}

function withoutAddress(name: string): string {
  const bare = name.replace(/^'(.*)'$/, '$1');
  return bare.includes('@') ? '' : bare;
}
