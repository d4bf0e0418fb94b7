// A small world of quotes: two sources of fiction, three marks.
import type { AnyId } from '../../shared/evidence/ids.ts';
import { emptyDetails, type Source, type SourceDetails } from '../../shared/evidence/source.ts';
import { plainTag } from '../../shared/evidence/tag.ts';
import { buildReport, type QuoteReport } from '../../shared/export/report.ts';
import type { QuotedMark } from '../../shared/quote/quoted-mark.ts';

function id(number: number): AnyId {
  return number.toString(16).padStart(32, '0') as AnyId;
}

const monitorDetails: SourceDetails = {
  ...emptyDetails,
  title: 'Exploitation Monitor 2025: Haiyun',
  publisher: 'Northern Union Desk for Free Movement',
  published: { value: '2025-06-12', precision: 'day' },
  url: 'https://example.org/monitor/2025?lang=en',
  accessed: '2026-02-03',
  language: 'en',
};

export function source(number: number, details: Partial<SourceDetails> = {}): Source {
  return {
    id: id(number),
    format: 'pdf',
    original: {
      file: id(number),
      name: `source-${number}.pdf`,
      mediaType: 'application/pdf',
      sizeBytes: 1000 + number,
      sha256: number.toString(16).padStart(64, 'a'),
    },
    status: 'text',
    working: {
      file: id(500 + number),
      extractor: 'pdf/1',
      pages: 20,
      words: 9000,
      unreadable: 0,
    },
    details: { ...monitorDetails, ...details },
    importedAt: 1_760_000_000_000,
    importedBy: id(9),
  };
}

interface Passage {
  readonly exact?: string;
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly pages?: readonly [first: number, last: number, label: string];
  readonly section?: string;
  readonly paragraph?: string;
  readonly source?: Source;
}

/** A mark with its source and tags; the id of a tag is made of its name. */
export function quoted(number: number, passage: Passage = {}): QuotedMark {
  const { exact = 'At least ten shelters were open.', note = '' } = passage;
  const { section = '', paragraph = '' } = passage;
  const [firstPage, lastPage, pageLabel] = passage.pages ?? [8, 8, '9'];
  const stood = passage.source ?? source(1);
  const tags = (passage.tags ?? []).map((name) => ({ ...plainTag, id: tagId(name), name }));
  return {
    mark: {
      id: id(number),
      source: stood.id,
      workingFile: id(500 + number),
      anchor: {
        start: number * 100,
        end: number * 100 + exact.length,
        exact,
        prefix: 'It said: ',
        suffix: ' It gave no',
      },
      firstPage,
      lastPage,
      pageLabel,
      colour: 'supports',
      kind: 'highlight',
      more: [],
      tags: tags.map((tag) => tag.id),
      note,
      reading: '',
      review: 'draft',
      markedBy: id(9),
      markedAt: 1_760_000_100_000,
      changedAt: 1_760_000_100_000,
    },
    source: stood,
    tags,
    markedBy: { id: id(9), name: 'R. Ito', colour: '#17616b' },
    section,
    paragraph,
    unverified: false,
  };
}

function tagId(name: string): AnyId {
  const hex = Array.from(name, (character) => character.charCodeAt(0).toString(16)).join('');
  return hex.slice(0, 32).padStart(32, '0') as AnyId;
}

export function reportOf(
  marks: readonly QuotedMark[],
  groupBy: QuoteReport['groupBy'] = 'tag',
): QuoteReport {
  const generatedAt = Date.UTC(2026, 10, 14, 9, 5);
  return buildReport(marks, { groupBy, title: 'Quotes', generatedAt, appVersion: '1.0.0' });
}
