// The list of sources consulted: which paragraphs name a source, and which describe the one above.
import { isCitation, undated, webAddress } from './citation-signs.ts';
import { readCitation } from './citation.ts';
import { bareTitle } from './headings.ts';
import type { ListedSource } from './report.ts';

const nothingFound =
  /\b(?:nothing|no (?:relevant |useful |further )?(?:information|results?|material|evidence))\b.{0,40}\bfound\b|\bno (?:relevant )?results?\b|\bnot used\b/i;
const description =
  /^[*_]{0,2}(?:disclaimer|note|about|mission|self-description|description)\b|^["“«„*_‘]/i;
const longestName = 120;

/**
 * The source a paragraph of the list names, or undefined for a description, a disclaimer, a remark. A name may be
 * followed by its description after a colon or a dash.
 */
export function readListed(
  text: string,
  line: number,
  emphasised: boolean,
): ListedSource | undefined {
  const marked = /^(?:[*_]{2,3}[^*_]{2,120}[*_]{2,3}|\[[^[\]]{2,160}\]\()/.test(text);
  const whole = text.replace(/\s+/g, ' ').trim();
  const found = nothingFound.test(whole);
  if (isCitation(whole, false)) {
    const { publisher, title, url } = readCitation(whole, line);
    const name = publisher === '' ? (title?.text ?? '') : publisher;
    return {
      line,
      text: whole,
      name,
      title: publisher === '' ? '' : (title?.text ?? ''),
      url: url?.text ?? '',
      nothingFound: found,
    };
  }
  if (!marked && (emphasised || description.test(whole))) return undefined;
  const name = nameOf(whole);
  const words = name.split(/\s+/).length;
  const sentence = /[.!?]$/.test(whole) && whole === name && words > 8;
  if (name === '' || name.length > longestName || sentence || !/\p{L}{2}/u.test(name))
    return undefined;
  if (whole.endsWith(':') && whole.length - name.length <= 1) return undefined; // the name of a group
  if (/^(?:the (?:following|list|sources)|all |these|this|sources|please|we|in |for )/i.test(name))
    return undefined;
  if (!/^[\p{Lu}\p{Lo}\d“"]/u.test(name)) return undefined;
  return {
    line,
    text: whole,
    name,
    title: titleOf(whole),
    url: webAddress.exec(whole)?.[0].replace(/[).,\]]+$/, '') ?? '',
    nothingFound: found,
  };
}

function nameOf(text: string): string {
  const bold = /^[*_]{2,3}([^*_]{2,120})[*_]{2,3}/.exec(text)?.[1];
  const link = /^\[([^[\]]{2,160})\]\(/.exec(text)?.[1];
  const cut = (bold ?? link ?? text)
    .replace(webAddress, ' ')
    .split(/:\s|\s[–—-]\s|\s\((?!\p{Lu}{2,}\))|,\s[“"*_]|;\s|\.\s(?=\p{Lu}\p{Ll})/u, 1)[0];
  return bareTitle(cut ?? '')
    .replace(undated, '')
    .replace(/[\s,:;.(]+$/, '')
    .replace(/^[“"]+|[”"]+$/g, '');
}

/** Of a document: publisher, “title”. */
function titleOf(text: string): string {
  return bareTitle(/^[^“"]{2,120},\s*[“"]([^”"]{6,300})[”"]/.exec(text)?.[1] ?? '');
}
