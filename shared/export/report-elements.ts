// The report as a document: what html.ts writes and the printer prints.
import { unambiguousMoment } from '../quote/unambiguous-date.ts';
import type { CitationPart } from '../quote/citation.ts';
import { translatorsNote } from '../quote/translation.ts';
import { toBase64 } from '../bytes.ts';
import { element, type ElementNode } from './element.ts';
import { limits } from './limits.ts';
import type { CitedSource } from './cited-sources.ts';
import type { ReportArea, ReportQuote } from './report-quote.ts';
import type { QuoteGroup, QuoteReport } from './report.ts';
import { languageOf } from './text-language.ts';
import { plainly, printable } from './visible-text.ts';
import { captureSentence, provenanceHeading, provenanceOf, sourceRemarks } from './provenance.ts';
import { remarksAbout } from './remarks.ts';
import {
  searchedSentences,
  statementSentence,
  statementsHeading,
  statementsLead,
} from './statements.ts';

export function reportElements(report: QuoteReport): ElementNode {
  const seen = new Set<number>();
  return element(
    'main',
    { class: 'report', lang: 'en' },
    element('h1', { dir: 'auto' }, plainly(report.title)),
    element('p', { class: 'lead' }, leadOf(report)),
    ...report.groups.map((group) => groupElement(group, seen)),
    element(
      'section',
      { class: 'sources' },
      element('h2', {}, 'Sources'),
      ...report.sources.map(sourceElement),
    ),
    ...statementElements(report),
    ...provenanceElements(report),
    element(
      'section',
      { class: 'limits' },
      element('h2', {}, 'What these pages show and what they do not'),
      element('ul', {}, ...limits.map((sentence) => element('li', {}, sentence))),
      element('p', { class: 'made-by' }, `Made by Evidence Locker ${report.appVersion}.`),
    ),
  );
}

/** “12 quotes from 3 sources, by tag · 14 November 2026, 09:05 UTC” */
export function leadOf(report: QuoteReport): string {
  const { quotes, sources, groupBy, generatedAt } = report;
  const counts = `${counted(quotes.length, 'quote')} from ${counted(sources.length, 'source')}`;
  return `${counts}, by ${groupBy} · ${unambiguousMoment(generatedAt)}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function groupElement({ heading, quotes }: QuoteGroup, seen: Set<number>): ElementNode {
  return element(
    'section',
    { class: 'group' },
    element('h2', { dir: 'auto' }, plainly(heading)),
    ...quotes.map((quote) => quoteElement(quote, seen)),
  );
}

// Under a second tag a quote stands again in full, under the number it has; only the first is the place to link to.
function quoteElement(quote: ReportQuote, seen: Set<number>): ElementNode {
  const id: Readonly<Record<string, string>> = seen.has(quote.number)
    ? {}
    : { id: `quote-${quote.number}` };
  seen.add(quote.number);
  const rest: ElementNode[] = [];
  if (quote.translation !== undefined) {
    const { text, language } = quote.translation;
    const lang = language === '' ? {} : { lang: language };
    rest.push(
      element('p', { class: 'translation', dir: 'auto', ...lang }, `“${plainly(text)}”`),
      element('p', { class: 'note' }, plainly(translatorsNote(quote.translation))),
    );
  }
  if (quote.note !== '') {
    rest.push(element('p', { class: 'note', dir: 'auto' }, 'Note: ', plainly(quote.note)));
  }
  if (quote.tags.length > 0) {
    rest.push(
      element('p', { class: 'tags', dir: 'auto' }, `Tags: ${quote.tags.map(plainly).join(' · ')}`),
    );
  }
  for (const remark of remarksAbout(quote)) {
    rest.push(element('p', { class: 'remark' }, `This passage ${remark}.`));
  }
  return element(
    'article',
    { class: 'quote', ...id },
    element('p', { class: 'number' }, `No ${quote.number}`),
    quote.area === undefined ? passageElement(quote) : areaElement(quote.area, quote.note),
    element('p', { class: 'citation' }, ...citationElements(quote.citation)),
    ...rest,
  );
}

function passageElement(quote: ReportQuote): ElementNode {
  const lang = languageOf(printable(quote.exact), quote.source.language);
  // An isolate by dir=auto: an unclosed direction control ends with the passage.
  return element('blockquote', { dir: 'auto', lang }, ...quotedWords(quote));
}

/** Its caption is the text alternative, unless that is the note, which stands below. */
function areaElement({ words, picture }: ReportArea, note: string): ElementNode {
  const alt = plainly(words);
  const shown =
    picture === undefined
      ? []
      : [
          element('img', {
            src: `data:image/png;base64,${toBase64(picture.png)}`,
            ...{ alt, width: `${picture.width}`, height: `${picture.height}` },
          }),
        ];
  const caption = note.trim() === '' ? [element('figcaption', {}, alt)] : [];
  return element('figure', { class: 'area', dir: 'auto' }, ...shown, ...caption);
}

function quotedWords({ exact, pieces }: ReportQuote): (ElementNode | string)[] {
  if (pieces === undefined) return [`“${printable(exact)}”`];
  const words = pieces.map(({ text, isEmphasised }) =>
    isEmphasised ? element('em', {}, printable(text)) : printable(text),
  );
  return ['“', ...words, '”'];
}

function statementElements({ statements }: QuoteReport): ElementNode[] {
  if (statements.length === 0) return [];
  return [
    element(
      'section',
      { class: 'statements' },
      element('h2', {}, statementsHeading),
      element('p', { class: 'lead' }, statementsLead),
      ...statements.map((statement) =>
        element(
          'article',
          { class: 'verified' },
          element('p', { dir: 'auto' }, element('b', {}, plainly(statementSentence(statement)))),
          element('p', { class: 'citation' }, ...citationElements(statement.citation)),
          ...searchedSentences(statement).map((sentence) =>
            element('p', { class: 'finding', dir: 'auto' }, plainly(sentence)),
          ),
        ),
      ),
    ),
  ];
}

function provenanceElements(report: QuoteReport): ElementNode[] {
  const entries = provenanceOf(report);
  if (entries.length === 0) return [];
  return [
    element(
      'section',
      { class: 'provenance' },
      element('h2', {}, provenanceHeading),
      ...entries.map(({ number, verdict, isGood, means, findings, places }) =>
        element(
          'article',
          { class: 'verified' },
          element(
            'p',
            {},
            element('b', {}, `No ${number}: `),
            element('b', { class: isGood ? 'good' : 'remark' }, verdict),
            `. ${means}${places === '' ? '' : ` Characters ${places}.`}`,
          ),
          ...findings.map((finding) =>
            element('p', { class: 'finding', dir: 'auto' }, `${plainly(finding)}.`),
          ),
        ),
      ),
    ),
  ];
}

function sourceElement(source: CitedSource): ElementNode {
  const original = `Original: ${plainly(source.fileName)}, ${source.sizeBytes} bytes, SHA-256 `;
  return element(
    'article',
    { class: 'source' },
    element('p', { class: 'citation' }, `${source.number}. `, ...citationElements(source.citation)),
    ...sourceRemarks(source).map(({ text, isOwnWords }) =>
      element(
        'p',
        { class: 'original', dir: 'auto' },
        isOwnWords ? element('em', {}, plainly(text)) : plainly(text),
      ),
    ),
    element('p', { class: 'original' }, original, element('code', {}, source.sha256)),
    element('p', { class: 'original' }, plainly(captureSentence(source))),
  );
}

// Addresses are printed and not linked: nothing in an export leads outside, and no click tells a publisher's server
// that somebody works on its pages.
function citationElements(citation: readonly CitationPart[]): ElementNode[] {
  return citation.map((part) => element('bdi', { class: part.kind }, plainly(part.text)));
}
