// Saved web pages: HTML, and MHTML with its HTML part.
import { buildRichText } from '../../shared/text/build-rich-text.ts';
import { proposeDetails } from '../../shared/text/details.ts';
import { readMhtml } from '../../shared/web/mhtml.ts';
import { pageDetails } from '../../shared/web/page-details.ts';
import { readPage, webExtractor, type ReadPage } from '../../shared/web/read-page.ts';
import type { ImportedText } from '../vault/contract.ts';
import { mostPageBytes } from './budget.ts';
import { imported, unreadable } from './imported.ts';

export function readHtml(bytes: Uint8Array<ArrayBuffer>, onStage: () => void): ImportedText {
  if (bytes.length > mostPageBytes) return unreadable('too-large', 'html');
  return pageText(readPage(bytes, { onStage }));
}

export function readMhtmlFile(bytes: Uint8Array<ArrayBuffer>, onStage: () => void): ImportedText {
  if (bytes.length > mostPageBytes) return unreadable('too-large', 'html');
  const page = readMhtml(bytes);
  if (page === undefined) return unreadable('damaged', 'html');
  onStage();
  return pageText(readPage(page.bytes, { charset: page.charset, saved: page.saved, onStage }));
}

function pageText(page: ReadPage | undefined): ImportedText {
  if (page === undefined) return unreadable('too-large', 'html');
  const work = buildRichText(page.document, 'html', webExtractor);
  const { details, proposed } = pageDetails(page.head, page.saved, proposeDetails(work));
  return imported(work, details, proposed);
}
