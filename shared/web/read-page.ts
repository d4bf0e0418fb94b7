// A saved web page → our own model, and proposals for its details.
import type { RichBlock, RichDocument } from '../text/rich-document.ts';
import { leftToRight, rightToLeft } from '../text/scripts.ts';
import { decodePage } from './encoding.ts';
import { pageBlocks } from './page-blocks.ts';
import { readHead, type PageHead } from './page-head.ts';
import { parsePage } from './page-tree.ts';
import { savedFrom, type SavedFrom } from './saved-from.ts';
import { webAddress } from './web-address.ts';

/** Version of what is read of a page; re-reading a source compares it. */
export const webExtractor = 'web/2 parse5/8.1.1';

export interface ReadPage {
  readonly document: RichDocument;
  readonly head: PageHead;
  readonly saved: SavedFrom;
}

interface Envelope {
  /** Charset said beside the bytes. */
  readonly charset?: string;
  readonly saved?: SavedFrom;
  /** Called between the stages, so that a long page is not taken for one that hangs. */
  readonly onStage?: () => void;
}

/** Undefined when the page is beyond what can be built. */
export function readPage(
  bytes: Uint8Array<ArrayBuffer>,
  { charset = '', saved: outside = {}, onStage = () => undefined }: Envelope = {},
): ReadPage | undefined {
  const tree = parsePage(decodePage(bytes, charset).text);
  if (tree === undefined) return undefined;
  onStage();
  const head = readHead(tree);
  const saved = { ...savedFrom(tree), ...outside };
  const blocks = pageBlocks(
    tree,
    webAddress(head.base, saved.url) ?? saved.url ?? webAddress(head.canonical),
  );
  onStage();
  const language = head.language;
  return { head, saved, document: { language, direction: directionOf(head, blocks), blocks } };
}

const sampleLength = 20_000;

/** As the page says; else by the letters most of it is written in. */
function directionOf({ direction }: PageHead, blocks: readonly RichBlock[]): 'ltr' | 'rtl' {
  if (direction === 'rtl' || direction === 'ltr') return direction;
  let right = 0;
  let seen = 0;
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    for (const { text } of block.inlines) {
      for (const character of text.slice(0, sampleLength)) {
        if (rightToLeft.test(character)) right++;
        else if (!leftToRight.test(character)) continue;
        seen++;
      }
    }
    if (seen > sampleLength) break;
  }
  return 2 * right > seen ? 'rtl' : 'ltr';
}
