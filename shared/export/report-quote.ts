// One mark or composed quote as every format prints it.
import type { Bytes } from '../bytes.ts';
import type { MarkId, QuoteId } from '../evidence/ids.ts';
import { rangesOf, type MarkColour, type TextAnchor } from '../evidence/mark.ts';
import { displayTitle } from '../evidence/source.ts';
import type { Translation } from '../evidence/translation.ts';
import { areaWords } from '../quote/area-words.ts';
import { citationParts, type CitationPart } from '../quote/citation.ts';
import type { QuoteProof } from '../quote/composed-quote.ts';
import type { Elsewhere } from '../quote/in-related.ts';
import { isComposed, pinpointOf, quotableId, type Quotable } from '../quote/quotable.ts';
import { printedOf } from '../quote/quoted-mark.ts';
import { printedQuote, type QuotePiece } from '../quote/render-quote.ts';
import type { CitedSource } from './cited-sources.ts';

/** The cut-out of a marked area: pixels and nothing else. */
export interface ReportPicture {
  readonly png: Bytes;
  readonly width: number;
  readonly height: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** A marked area of a page, which has no words. */
export interface ReportArea {
  /** Index of its page, from 0. */
  readonly page: number;
  /** In points of a PDF's page, or pixels of an upright picture, from the top left. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Its text alternative. */
  readonly words: string;
  /** Absent where its page could not be drawn. */
  readonly picture?: ReportPicture;
}

/** One mark or composed quote, numbered. No person's name is in it: an export must not tell who worked on a case. */
export interface ReportQuote {
  /** From 1, in order of first appearance; the same in every format. */
  readonly number: number;
  readonly id: MarkId | QuoteId;
  readonly isComposed: boolean;
  /** A mark's passage as it stands in the working text, unchanged; a quote as printed, emphasis between asterisks. */
  readonly exact: string;
  /** A quote's print, for formats that have italics. */
  readonly pieces?: readonly QuotePiece[];
  /** One for each range of a mark, or stretch a quote prints; `exact` has `[...]` between them. */
  readonly anchors: readonly TextAnchor[];
  /** A quote has none. */
  readonly colour?: MarkColour;
  /** What the colour means to the locker's people. */
  readonly colourName?: string;
  /** Of an area mark. */
  readonly area?: ReportArea;
  readonly note: string;
  /** How a person reads the words where extraction got them wrong; said beside them, never in their place. */
  readonly reading?: string;
  readonly tags: readonly string[];
  readonly pinpoint: string;
  readonly section: string;
  readonly citation: readonly CitationPart[];
  readonly source: CitedSource;
  /** How its words agree with the source's; absent where nobody asked. */
  readonly proof?: QuoteProof;
  readonly translation?: Translation;
  /** In copies and editions of its source; only of composed quotes. */
  readonly elsewhere?: Elsewhere;
}

export function reportQuote(one: Quotable, number: number, source: CitedSource): ReportQuote {
  const place = pinpointOf(one);
  return {
    ...{ number, id: quotableId(one), isComposed: isComposed(one) },
    ...wordsOf(one),
    tags: one.tags.map((tag) => tag.name),
    pinpoint: place,
    section: one.section,
    citation: citationParts(one.source, place),
    source,
    ...(one.proof === undefined ? {} : { proof: one.proof }),
    ...(isComposed(one) && one.quote.translation !== undefined
      ? { translation: one.quote.translation }
      : {}),
    ...(isComposed(one) && one.elsewhere !== undefined ? { elsewhere: one.elsewhere } : {}),
  };
}

export function areaOf(
  one: Quotable,
  pictures: ReadonlyMap<MarkId, ReportPicture>,
): Pick<ReportQuote, 'area'> {
  if (isComposed(one) || one.mark.area === undefined) return {};
  const picture = pictures.get(one.mark.id);
  const words = areaWords(one.mark, displayTitle(one.source), one.source.labels);
  return { area: { ...one.mark.area, words, ...(picture === undefined ? {} : { picture }) } };
}

type Words = Pick<ReportQuote, 'exact' | 'pieces' | 'anchors' | 'colour' | 'note' | 'reading'>;

function wordsOf(one: Quotable): Words {
  if (!isComposed(one)) {
    const { colour, note, reading } = one.mark;
    const exact = printedOf(one);
    const read = reading === '' ? {} : { reading };
    return { exact, anchors: rangesOf(one.mark), colour, note, ...read };
  }
  const { pieces, quote } = one;
  const anchors = quote.passages.map(({ anchor }) => anchor);
  return { exact: printedQuote(pieces), pieces, anchors, note: quote.note };
}
