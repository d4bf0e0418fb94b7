// Blocks of label and value as archives and saved pages have them: "Publisher: X", "Publisher X", and run together where
// the page's layout was lost: "PublisherX", "Date of publication12 June 2007".
import { readDate } from '../text/dates.ts';

const names = {
  title: ['Document title', 'Title', '標題', '标题', '題名', 'العنوان', 'Titre', 'Titel', 'Título'],
  publisher: [
    'Publisher',
    'Published by',
    'Issued by',
    'Issuing body',
    '出版者',
    '出版單位',
    '發布機關',
    '发布机关',
    '發布單位',
    '发布单位',
    'الناشر',
    'Éditeur',
    'Herausgeber',
    'Editorial',
  ],
  author: [
    'Corporate author',
    'Authors',
    'Author',
    'Written by',
    'Reported by',
    '作者',
    '記者',
    '记者',
    '撰文',
    'الكاتب',
    'المؤلف',
    'بقلم',
    'Auteur',
    'Autor',
  ],
  published: [
    'Publication Date',
    'Date of publication',
    'Date published',
    'Published on',
    'Published',
    'Release date',
    'Date of issue',
    'Issued on',
    'Posted on',
    'Posted',
    'Dated',
    'Date',
    '發布日期',
    '發佈日期',
    '发布日期',
    '发布时间',
    '發布時間',
    '出版日期',
    '日期',
    'تاريخ النشر',
    'التاريخ',
    'Date de publication',
    'Publié le',
    'Veröffentlicht am',
    'Datum',
    'Fecha de publicación',
    'Publicado el',
  ],
  updated: [
    'Page last updated',
    'Last updated on',
    'Last updated',
    'Last modified',
    'Last reviewed',
    'Last update',
    'Updated on',
    'Updated',
    '更新日期',
    '最後更新',
    '最后更新',
    '更新時間',
    '更新时间',
    'آخر تحديث',
    'Dernière mise à jour',
    'Zuletzt aktualisiert',
    'Última actualización',
  ],
  url: ['Source URL', 'Original URL', 'Web address', 'URL', 'Link', '網址', '网址', 'الرابط'],
  archiveUrl: ['Archive URL', 'Archived at', 'Archived from', 'Archived copy'],
  accessed: [
    'Last accessed',
    'Date accessed',
    'Date of access',
    'Accessed on',
    'Accessed',
    'Retrieved on',
    'Retrieved',
    '存取日期',
    '访问日期',
  ],
  language: ['Language', 'Languages', '語言', '语言', 'اللغة'],
  country: ['Country of origin', 'Countries', 'Country', '國家', '国家', 'البلد'],
  series: ['Report series', 'Series'],
  edition: ['Edition', 'Issue', 'Volume', '期號'],
  documentType: ['Document type', 'Type of document', 'Type', 'Genre', '文件類型'],
  republisher: ['Republished by', 'Republisher', 'Reproduced by', 'Archived by', 'Hosted by'],
  container: ['Published in', 'Database', 'Collection', 'Repository', 'Archive', 'Journal'],
  citeAs: ['Cite as', 'Cite this document as', 'Suggested citation', 'How to cite', '引用格式'],
  disclaimer: ['Disclaimer', '免責聲明', '免责声明', 'إخلاء المسؤولية'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type LabelledField = keyof typeof names;

/** The first value of each field. */
export type LabelledFields = Readonly<Partial<Record<LabelledField, string>>>;

interface Label {
  readonly field: LabelledField;
  readonly name: string;
}

/** Longest first, so that "Published by" is not read as "Published". */
const labels: readonly Label[] = Object.entries(names)
  .flatMap(([field, own]) => own.map((name): Label => ({ field: field as LabelledField, name })))
  .sort((a, b) => b.name.length - a.name.length);

/** Whose values are sentences. */
const sentencesAllowed: ReadonlySet<LabelledField> = new Set(['citeAs', 'disclaimer']);
const dates: ReadonlySet<LabelledField> = new Set(['published', 'updated', 'accessed']);
const addresses: ReadonlySet<LabelledField> = new Set(['url', 'archiveUrl']);
const longestValue = 200;
const longestSentences = 1500;

interface Labelled {
  readonly field: LabelledField;
  readonly value: string;
  /** With a colon, run together, or a value that fits nothing else: no neighbour need prove it. */
  readonly sure: boolean;
}

export interface LabelledLines {
  readonly fields: LabelledFields;
  /** Indices of lines that are label and value. */
  readonly lines: ReadonlySet<number>;
}

export function readLabels(lines: readonly string[]): LabelledLines {
  const read = lines.map((line) => partsOf(line).map(readLabel));
  const isLabelled = (index: number): boolean => read[index]?.some(Boolean) === true;
  const fields: Partial<Record<LabelledField, string>> = {};
  const own = new Set<number>();
  read.forEach((parts, index) => {
    const proven = parts.length > 1 || isLabelled(index - 1) || isLabelled(index + 1);
    for (const part of parts) {
      if (part === undefined || !(part.sure || proven)) continue;
      own.add(index);
      fields[part.field] ??= part.value;
    }
  });
  return { fields, lines: own };
}

/** A line into which a whole block has run: "PublisherXAuthorYPublication Date12 June 2007". */
function partsOf(line: string): string[] {
  if (line.length > longestSentences) return [line];
  const cells = /^\|(.+)\|$/.exec(line)?.[1]?.split('|');
  if (cells?.length === 2) return [`${cells[0]?.trim() ?? ''}: ${cells[1]?.trim() ?? ''}`];
  const starts = [0];
  for (const { index, 0: glue } of line.matchAll(gluedLabel)) starts.push(index + glue.length);
  // A label in mid-line counts only in a line that begins with one.
  if (starts.length > 1 && readLabel(line) === undefined) return [line];
  return starts.map((start, i) => line.slice(start, starts[i + 1]).trim());
}

const gluable = labels
  .filter(({ name }) => name.length > 5 && /^[A-Z]/.test(name))
  .map(({ name }) => name)
  .join('|');
/** The end of a value, right before a label with its value right behind. */
const gluedLabel = new RegExp(
  String.raw`[\p{Ll}\d).\]](?=(?:${gluable})(?:[\p{Lu}\d]|https?:|\s?:))`,
  'gu',
);

function readLabel(line: string): Labelled | undefined {
  for (const { field, name } of labels) {
    if (!startsWithLabel(line, name)) continue;
    const rest = line.slice(name.length);
    const separator = /^(?:\s*[:：]\s*|[\t\u3000]+|\s+[–—|]\s+)/.exec(rest)?.[0] ?? '';
    const spaced = /^\s+/.exec(rest)?.[0] ?? '';
    const value = rest.slice(Math.max(separator.length, spaced.length)).trim();
    if (!isValue(field, value)) continue;
    if (separator !== '') return { field, value: valueOf(field, value), sure: true };
    if (!/^[\p{Lu}\p{Lo}\d“"‘(]|^https?:/u.test(value)) continue;
    const glued = spaced === '';
    const fits = dates.has(field) || addresses.has(field) || sentencesAllowed.has(field);
    return { field, value: valueOf(field, value), sure: fits && (glued || !isProse(value)) };
  }
  return undefined;
}

function startsWithLabel(line: string, name: string): boolean {
  const start = line.slice(0, name.length);
  if (/^[\p{Lo}]/u.test(name)) return start === name;
  // "publisher" within a sentence is no label; "PUBLISHER" and "Publication date" are.
  return start.toLowerCase() === name.toLowerCase() && /^\p{Lu}/u.test(start);
}

function isValue(field: LabelledField, value: string): boolean {
  if (
    value.length < 2 ||
    value.length > (sentencesAllowed.has(field) ? longestSentences : longestValue)
  )
    return false;
  if (dates.has(field)) return readDate(value) !== undefined && value.length <= 60;
  if (addresses.has(field)) return /^<?https?:\/\/\S+>?$/.test(value);
  return sentencesAllowed.has(field) || !isProse(value);
}

/** A sentence that happens to begin like a label. */
function isProse(value: string): boolean {
  return /[.!?。！？]$/.test(value.replace(/\b(?:Inc|Ltd|Co|Corp|e\.V|S\.A)\.$/, ''));
}

function valueOf(field: LabelledField, value: string): string {
  return addresses.has(field) ? value.replace(/^<|>$/g, '') : value;
}
