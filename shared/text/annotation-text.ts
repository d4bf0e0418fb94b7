// Text a page shows in form fields and text boxes. pdf.js gives it with the annotations, not with the page's items; here
// it becomes items behind the page's own, one per line, so that it is read, searched and marked like the rest.
import type { RawTextItem } from './pdf-page.ts';
import { rightToLeft } from './scripts.ts';

/** What pdf.js hands out of an annotation, as far as it is used here; other fields and wrong types are let be. */
export type RawAnnotation = Readonly<Record<string, unknown>>;

const usualSize = 10;
const lineHeight = 1.2;

export function annotationItems(annotations: readonly RawAnnotation[]): RawTextItem[] {
  return annotations.flatMap((annotation) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = numbers(annotation['rect']);
    const lines = linesOf(annotation).filter((line) => line.trim() !== '');
    const height = Math.abs(top - bottom);
    const size = Math.min(usualSize, height / (lineHeight * lines.length)) || usualSize;
    return lines.map((str, i): RawTextItem => {
      const y = Math.max(top, bottom) - size * (1 + i * lineHeight);
      return {
        str,
        dir: rightToLeft.test(str) ? 'rtl' : 'ltr',
        width: Math.min(Math.abs(right - left), str.length * size),
        height: size,
        transform: [size, 0, 0, size, Math.min(left, right), y],
        fontName: '',
      };
    });
  });
}

/** The text of the appearance; where there is none, a field's value or a text box's contents. Never a password. */
function linesOf(annotation: RawAnnotation): readonly string[] {
  if (annotation['password'] === true) return [];
  const shown = strings(annotation['textContent']);
  if (shown.length > 0) return shown;
  const { fieldType, fieldValue, subtype, contentsObj } = annotation;
  if (fieldType === 'Tx' && typeof fieldValue === 'string') return fieldValue.split(/\r\n?|\n/);
  if (fieldType === 'Ch') return strings(fieldValue);
  if (subtype !== 'FreeText' || typeof contentsObj !== 'object' || contentsObj === null) return [];
  const contents: unknown = 'str' in contentsObj ? contentsObj.str : '';
  return typeof contents === 'string' ? contents.split(/\r\n?|\n/) : [];
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function numbers(value: unknown): number[] {
  return Array.isArray(value) ? value.map((one) => (Number.isFinite(one) ? Number(one) : 0)) : [];
}
