// Web Annotation Data Model (https://www.w3.org/TR/annotation-model/), as a collection of one page.
import { citationText } from '../quote/citation.ts';
import type { QuoteProof } from '../quote/composed-quote.ts';
import { translatorsNote } from '../quote/translation.ts';
import { areaSelector } from './area-place.ts';
import type { CitedSource } from './cited-sources.ts';
import type { ReportQuote } from './report-quote.ts';
import type { QuoteReport } from './report.ts';

// Names of standards, not addresses to fetch; our own terms are under a URN so that JSON-LD readers keep them.
const context = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    sha256: 'urn:evidence-locker:sha256',
    fileName: 'urn:evidence-locker:fileName',
    sizeBytes: 'urn:evidence-locker:sizeBytes',
    extractor: 'urn:evidence-locker:extractor',
    unverified: 'urn:evidence-locker:unverified',
    url: 'urn:evidence-locker:url',
    citation: 'urn:evidence-locker:citation',
    pinpoint: 'urn:evidence-locker:pinpoint',
    number: 'urn:evidence-locker:number',
    colour: 'urn:evidence-locker:colour',
    colourName: 'urn:evidence-locker:colourName',
    series: 'urn:evidence-locker:series',
    selfDescription: 'urn:evidence-locker:selfDescription',
    disclaimer: 'urn:evidence-locker:disclaimer',
    printed: 'urn:evidence-locker:printed',
    verification: { '@id': 'urn:evidence-locker:verification', '@type': '@json' },
    alsoIn: { '@id': 'urn:evidence-locker:alsoIn', '@type': '@json' },
    translation: 'urn:evidence-locker:translation',
    textAlternative: 'urn:evidence-locker:textAlternative',
    oneOriginWith: 'urn:evidence-locker:oneOriginWith',
    capturedAt: 'urn:evidence-locker:capturedAt',
    notMentioned: { '@id': 'urn:evidence-locker:notMentioned', '@type': '@json' },
  },
];

export function exportJson(report: QuoteReport): string {
  const collection = {
    '@context': context,
    type: 'AnnotationCollection',
    label: report.title,
    total: report.quotes.length,
    generated: new Date(report.generatedAt).toISOString(),
    generator: { type: 'Software', name: `Evidence Locker ${report.appVersion}` },
    ...(report.statements.length === 0
      ? {}
      : {
          notMentioned: report.statements.map(({ terms, citation, searched }) => ({
            terms,
            source: citationText(citation),
            searched,
          })),
        }),
    first: { type: 'AnnotationPage', startIndex: 0, items: report.quotes.map(annotation) },
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

function annotation(quote: ReportQuote): object {
  const tags = quote.tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }));
  const notes =
    quote.note === ''
      ? []
      : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: quote.note }];
  const { proof, colour, colourName, area } = quote;
  return {
    id: urn(quote.id),
    type: 'Annotation',
    motivation: quote.isComposed ? 'describing' : 'highlighting',
    number: quote.number,
    ...(colour === undefined ? {} : { colour }),
    ...(colourName === undefined ? {} : { colourName }),
    ...(quote.isComposed || isShorter(quote) ? { printed: quote.exact } : {}),
    pinpoint: quote.pinpoint,
    citation: citationText(quote.citation),
    body: [...tags, ...notes, ...translationOf(quote)],
    ...(proof === undefined ? {} : { verification: verificationOf(proof) }),
    ...alsoIn(quote),
    ...(area === undefined ? {} : { textAlternative: area.words }),
    target: one(
      area !== undefined
        ? [{ source: sourceOf(quote.source), selector: areaSelector(area) }]
        : quote.anchors.map(({ exact, prefix, suffix, start, end }) => ({
            source: sourceOf(quote.source),
            // Positions count UTF-16 code units of the text that `extractor` made of the original.
            selector: [
              { type: 'TextQuoteSelector', exact, prefix, suffix },
              { type: 'TextPositionSelector', start, end },
            ],
          })),
    ),
  };
}

/** Something between a mark's words is not printed with them. */
function isShorter({ exact, anchors, area }: ReportQuote): boolean {
  return area === undefined && exact !== anchors.map((anchor) => anchor.exact).join(' [...] ');
}

function translationOf({ translation }: ReportQuote): readonly object[] {
  if (translation === undefined) return [];
  const { text, language } = translation;
  return [
    {
      ...{ type: 'TextualBody', purpose: 'editing', format: 'text/plain', value: text },
      ...(language === '' ? {} : { language }),
      translation: translatorsNote(translation),
    },
  ];
}

/** Without the ids of the locker, which say nothing outside of it. */
function alsoIn({ elsewhere }: ReportQuote): object {
  if (elsewhere === undefined) return {};
  const { related, sameOrigin } = elsewhere;
  const inRelated = related.map(({ title, relation, hasText, tier, differences }) => ({
    ...{ title, relation },
    verdict: tier ?? (hasText ? 'not-found' : 'no-text'),
    differences,
  }));
  return { alsoIn: inRelated, oneOriginWith: sameOrigin.map(({ title }) => title) };
}

/** JSON-LD writes one value without a list. */
function one<T>(values: readonly T[]): T | readonly T[] {
  const [only, ...others] = values;
  return only !== undefined && others.length === 0 ? only : values;
}

/** Similarity ranks places while verifying and says nothing to a reader. */
function verificationOf(proof: QuoteProof): object {
  if (proof.kind !== 'verified') return { verdict: proof.kind };
  const segments = proof.verdict.segments.map(
    ({ text, tier, start, end, places, differences, flags }) => ({
      ...{ text, tier, places, differences, flags },
      ...(start === undefined ? {} : { start, end }),
    }),
  );
  return { verdict: proof.verdict.verdict, segments };
}

function sourceOf(source: CitedSource): object {
  return {
    id: `urn:sha256:${source.sha256}`,
    type: 'Text',
    format: source.mediaType,
    label: source.title,
    sha256: source.sha256,
    fileName: source.fileName,
    sizeBytes: source.sizeBytes,
    extractor: source.extractor,
    capturedAt: new Date(source.capturedAt).toISOString().slice(0, 10),
    ...(source.unverified ? { unverified: true } : {}),
    ...(source.series === '' ? {} : { series: source.series }),
    ...(source.selfDescription === '' ? {} : { selfDescription: source.selfDescription }),
    ...(source.disclaimer === '' ? {} : { disclaimer: source.disclaimer }),
    ...(source.url === '' ? {} : { url: source.url }),
    ...(source.language === '' ? {} : { language: source.language }),
  };
}

function urn(id: string): string {
  return `urn:uuid:${id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
