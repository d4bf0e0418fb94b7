import { buildRichText } from '../../shared/text/build-rich-text.ts';
import type { RichDocument } from '../../shared/text/rich-document.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { readPage, type ReadPage } from '../../shared/web/read-page.ts';

/** A page as it is read; its own address is made up. */
function pageOf(html: string): ReadPage {
  const page = readPage(new TextEncoder().encode(html), {
    saved: { url: 'https://haiyun.example/news/1' },
  });
  if (page === undefined) throw new Error('the page is larger than can be read');
  return page;
}

export function documentOf(html: string): RichDocument {
  return pageOf(html).document;
}

export function workOfPage(html: string): WorkingText {
  return buildRichText(documentOf(html), 'html', 'web/1');
}

/** Each block as `kind: text`, its marker before the text, marked ranges behind. */
export function outlineOf(html: string): string[] {
  const { text, blocks = [], ranges } = workOfPage(html);
  return blocks.map(({ start, end, kind, level, marker, cell }) => {
    const name = cell?.header === true ? 'header' : `${kind}${level > 0 ? level : ''}`;
    const said = [marker ?? '', text.slice(start, end)].filter((part) => part !== '').join(' ');
    const range = ranges.find((one) => one.start <= start && one.end >= end && end > start);
    return `${name}: ${said}${range === undefined ? '' : ` (${range.kind})`}`;
  });
}
