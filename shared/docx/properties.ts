// What a package says of the document as a whole: its core properties (Dublin Core) and how its notes are numbered.
import type { Bytes } from '../bytes.ts';
import type { DocxNotes, DocxProperties } from './docx-document.ts';
import { readXml } from './read-xml.ts';

const longest = 1_000;
const fields = {
  'dc:title': 'title',
  'dc:creator': 'creator',
} as const;

export function readProperties(bytes: Bytes | undefined): DocxProperties {
  const found = { title: '', creator: '' };
  if (bytes === undefined) return found;
  let open: keyof typeof found | undefined;
  readXml(bytes, {
    open(name) {
      open = Object.hasOwn(fields, name) ? fields[name as keyof typeof fields] : undefined;
    },
    text(text) {
      if (open !== undefined && found[open].length < longest) found[open] += text.slice(0, longest);
    },
    close() {
      open = undefined;
    },
  });
  return { title: found.title.trim(), creator: found.creator.trim() };
}

/** Word's own where the settings say nothing. */
export function readNoteFormats(
  settings: Bytes | undefined,
): Pick<DocxNotes, 'footnoteFormat' | 'endnoteFormat'> {
  const formats = { footnoteFormat: 'decimal', endnoteFormat: 'lowerRoman' };
  if (settings === undefined) return formats;
  let open: keyof typeof formats | undefined;
  readXml(settings, {
    open(name, attributes) {
      if (name === 'footnotePr') open = 'footnoteFormat';
      else if (name === 'endnotePr') open = 'endnoteFormat';
      else if (name === 'numFmt' && open !== undefined) {
        formats[open] = attributes.get('val') ?? formats[open];
      }
    },
    text: () => undefined,
    close(name) {
      if (name === 'footnotePr' || name === 'endnotePr') open = undefined;
    },
  });
  return formats;
}
