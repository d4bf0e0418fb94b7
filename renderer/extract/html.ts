// Saved web pages → the working text: HTML, and MHTML with its HTML part.
import { proposeDetails, type Proposal } from '../../shared/details/propose.ts';
import type { UnreadableReason } from '../../shared/evidence/source.ts';
import { buildRichText } from '../../shared/text/build-rich-text.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { readMhtml } from '../../shared/web/mhtml.ts';
import { headInfo, pageDetails } from '../../shared/web/page-details.ts';
import { readPage, webExtractor, type ReadPage } from '../../shared/web/read-page.ts';
import { mostPageBytes } from './budget.ts';

type HtmlResult =
  | { readonly kind: 'read'; readonly work: WorkingText; readonly proposal: Proposal }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

const tooLarge: HtmlResult = { kind: 'unreadable', reason: 'too-large' };

/** `onStage` is called as the reading goes on. */
export function extractHtml(bytes: Uint8Array<ArrayBuffer>, onStage: () => void): HtmlResult {
  if (bytes.length > mostPageBytes) return tooLarge;
  return workOf(readPage(bytes, { onStage }), onStage);
}

export function extractMhtml(bytes: Uint8Array<ArrayBuffer>, onStage: () => void): HtmlResult {
  if (bytes.length > mostPageBytes) return tooLarge;
  const page = readMhtml(bytes);
  if (page === undefined) return { kind: 'unreadable', reason: 'damaged' };
  onStage();
  const { charset, saved } = page;
  return workOf(readPage(page.bytes, { charset, saved, onStage }), onStage);
}

function workOf(page: ReadPage | undefined, onStage: () => void): HtmlResult {
  if (page === undefined) return tooLarge;
  const { document, head, saved } = page;
  const work = buildRichText(document, 'html', webExtractor);
  onStage();
  const said = proposeDetails(work, headInfo(head));
  return { kind: 'read', work, proposal: pageDetails(head, saved, said) };
}
