import { element, writeHtml } from './element.ts';
import { reportElements } from './report-elements.ts';
import type { QuoteReport } from './report.ts';
import { plainly } from './visible-text.ts';

// The policy forbids what the file does not have anyway, so that nothing added to it later can reach out or run.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const style = `
:root { color-scheme: light dark; }
body { margin: 2.5rem auto; max-width: 42rem; padding: 0 1.25rem; font: 1rem/1.55 Charter, Georgia, 'Noto Serif', serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 1rem; border-bottom: 1px solid; padding-bottom: .25rem; }
.lead, .number, .original, .made-by, .tags { font-size: .85rem; opacity: .75; }
.quote { margin: 0 0 1.75rem; break-inside: avoid; }
.number { margin: 0; font-weight: 600; }
blockquote { margin: .25rem 0 .5rem; padding-inline-start: .9rem; border-inline-start: 4px solid #d9a400; white-space: pre-line; overflow-wrap: anywhere; }
.citation, .note, .tags, .remark, .original { margin: .25rem 0; overflow-wrap: anywhere; }
.note { font-style: italic; white-space: pre-line; }
.missing, .remark { font-weight: 600; color: light-dark(#8a5a00, #e9bf5c); }
code { font-size: .85em; }
.area { margin: .25rem 0 .5rem; }
.area img { max-width: 100%; max-height: 30rem; width: auto; height: auto; border: 1px solid; }
.limits, .provenance { font-size: .9rem; }
.verified p { margin: .25rem 0; overflow-wrap: anywhere; }
.verified .finding { margin-inline-start: 1.25rem; }
.good { color: light-dark(#2c6e3f, #8fd19e); }
`;

/** One file that needs nothing else: no script, no link, no font from elsewhere; pictures of areas are in it. */
export function exportHtml(report: QuoteReport): string {
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('meta', { name: 'viewport', content: 'width=device-width' }),
    element('title', {}, plainly(report.title)),
    element('style', {}, style),
  );
  const body = element('body', {}, reportElements(report));
  return `<!doctype html>\n${writeHtml(element('html', { lang: 'en' }, head, body))}\n`;
}
