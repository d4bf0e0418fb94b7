// What must come of files made by hand. That nothing bad happened is not enough: a reader that gave everything up would pass.

/** They hold words for whoever reads past the trap, at any size they are made in: these must be text afterwards. */
const readable: ReadonlySet<string> = new Set([
  ...['page-scripts.html', 'page-requests.html', 'page-10000-deep.html', 'page-lists-deep.html'],
  ...['page-tables-deep.html', 'page-huge-attribute.html', 'page-wide-table.html'],
  ...['page-many-attributes.html', 'page-entities.html', 'page-comment-open.html'],
  ...['page-says-shift-jis.html', 'page-is-shift-jis.html', 'page-utf-16.html'],
  ...['page-utf-7.html', 'page-bidi.html', 'page-data-bomb.html', '\u202elmth.egap.html'],
  ...['saved.mhtml', 'tables-in-tables.docx', 'fields-begun.docx', 'spans.docx', 'numbers.docx'],
  ...['styles-in-a-circle.docx', 'markup.docx', 'macros.docm', 'within.eml', 'no-boundary.eml'],
  ...['own-boundary.eml', 'charset.eml', 'utf-7.eml', 'words.eml', 'parameters.eml', 'names.eml'],
  ...['page.eml', 'documents.eml', 'base64.eml', 'quotes.eml', 'utf-16-le.txt', 'utf-16-be.txt'],
  ...['utf-16-no-mark.txt', 'utf-7.txt', 'utf-8-overlong.txt', 'utf-8-marks.txt', 'bidi.txt'],
  ...['zero-width.txt', 'tags.txt', 'markup.txt', 'markup.md', 'quote-10000-deep.md'],
  ...['brackets-deep.md', 'emphasis-many.md', 'table-wide.md', 'page.html', 'entities.xml'],
  ...['=cmd|calc!A1.txt', '\u202etxt.fdp.txt', '<img src=x onerror=alert(1)>.txt'],
]);

/** The status a file made by hand must have; undefined where any will do that comes with its reason. */
export function expectedStatus(name: string): 'text' | undefined {
  return readable.has(name) ? 'text' : undefined;
}
