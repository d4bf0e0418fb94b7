import { expect, test } from 'vitest';
import { mediaTypeOf } from '../../../../renderer/import/media-type.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('takes the content before the name: a PDF is one whatever it is called', () => {
  expect(mediaTypeOf('notes.txt', bytes('%PDF-1.7\n'), 'text/plain')).toBe('application/pdf');
  expect(mediaTypeOf('scan', bytes('rubbish\n%PDF-1.4'), '')).toBe('application/pdf');
});

test('takes the name before the system, which calls Markdown by many names', () => {
  expect(mediaTypeOf('Report.MD', bytes('# Title'), 'application/x-genesis')).toBe('text/markdown');
  expect(mediaTypeOf('a.b.txt', bytes('hello'), '')).toBe('text/plain');
});

test('keeps the system’s word for the rest, and says so where nobody knows', () => {
  expect(mediaTypeOf('picture.png', bytes('\x89PNG'), 'image/png')).toBe('image/png');
  expect(mediaTypeOf('no-ending', bytes('?'), '')).toBe('application/octet-stream');
});
