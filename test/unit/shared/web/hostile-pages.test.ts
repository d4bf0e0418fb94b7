import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildRichText } from '../../../../shared/text/build-rich-text.ts';
import { decodeWorkingText, encodeWorkingText } from '../../../../shared/text/codec.ts';
import { readPage } from '../../../../shared/web/read-page.ts';
import { liveParts } from '../../../support/inert.ts';
import { documentOf, workOfPage } from '../../../support/web-page.ts';

const call = 'alert(1)';

/** By what they try; each holds the word "seen" as its only text, or none. */
const payloads: Readonly<Record<string, readonly string[]>> = {
  scripts: [
    `<script>${call}</script>`,
    `<SCRIPT SRC=//evil.example/x.js></SCRIPT>`,
    `<script\n>${call}</script\n>`,
    `<script/x>${call}</script>`,
    `<scr<script>ipt>${call}</script>`,
    `<script><!--<script>${call}</script>-->`,
    `<svg><script>${call}</script></svg>`,
    `<svg><script xlink:href="data:,${call}"/></svg>`,
    `<math><script>${call}</script></math>`,
    `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
    `<template><script>${call}</script></template>`,
    `<iframe srcdoc="<script>${call}</script>"></iframe>`,
    `<object data="data:text/html,<script>${call}</script>"></object>`,
    `<embed src="javascript:${call}">`,
  ],
  handlers: [
    `<img src=x onerror=${call}>`,
    `<body onload=${call}>`,
    `<svg onload=${call}>`,
    `<svg/onload=${call}>`,
    `<details open ontoggle=${call}>`,
    `<input autofocus onfocus=${call}>`,
    `<video><source onerror=${call}></video>`,
    `<marquee onstart=${call}></marquee>`,
    `<p onclick="${call}">seen</p>`,
    `<p style="animation-name:x" onanimationstart=${call}>seen</p>`,
    `<button popovertarget=x onbeforetoggle=${call}></button>`,
  ],
  addresses: [
    `<a href="javascript:${call}">seen</a>`,
    `<a href="  javascript:${call}">seen</a>`,
    `<a href="java&#9;script:${call}">seen</a>`,
    `<a href="&#x6A;avascript&colon;${call}">seen</a>`,
    `<a href="JaVaScRiPt&#58;${call}">seen</a>`,
    `<a href="\u0001javascript:${call}">seen</a>`,
    `<a href="vbscript:msgbox(1)">seen</a>`,
    `<a href="data:text/html;base64,PHNjcmlwdD4=">seen</a>`,
    `<a href="blob:https://x.example/1">seen</a>`,
    `<a href="file:///etc/passwd">seen</a>`,
    `<a href="view-source:https://x.example">seen</a>`,
    `<a xlink:href="javascript:${call}">seen</a>`,
    `<math><mtext><a xlink:href="javascript:${call}">seen</a></mtext></math>`,
    `<svg><a href="javascript:${call}"><text>seen</text></a></svg>`,
    `<form action="javascript:${call}"><button formaction="javascript:${call}"></button></form>`,
    `<base href="javascript:/x/"><a href="${call}">seen</a>`,
    `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
    `<link rel=import href="data:text/html,x">`,
    `<area href="javascript:${call}">`,
    `<iframe src="javascript:${call}"></iframe>`,
  ],
  'parsers that disagree': [
    `<svg></p><style><a id="</style><img src=x onerror=${call}>">`,
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${call}&gt;">`,
    `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=${call} src>">`,
    `<noembed><img title="</noembed><img src=x onerror=${call}>"></noembed>`,
    `<xmp><p title="</xmp><img src=x onerror=${call}>">`,
    `<textarea></textarea><img src=x onerror=${call}>`,
    `<select><template><img src=x onerror=${call}></template></select>`,
    `<table><td background="javascript:${call}"><img src=x onerror=${call}></table>`,
    `<!--><img src=x onerror=${call}>-->`,
    `<!--!> <img src=x onerror=${call}> -->`,
    `<![CDATA[<img src=x onerror=${call}>]]>`,
    `<?xml-stylesheet href="javascript:${call}"?>`,
    `<svg><foreignObject><iframe srcdoc="x"></iframe></foreignObject></svg>`,
    `<svg><use href="data:image/svg+xml,<svg id=x onload=${call}>#x"></svg>`,
    `<annotation-xml encoding="text/html"><img src=x onerror=${call}></annotation-xml>`,
  ],
  'names of properties': [
    `<p id=__proto__ class=constructor>seen</p>`,
    `<a id=href name=toString href="#__proto__">seen</a>`,
    `<meta name="__proto__" content="x"><meta name=constructor content=y>`,
    `<form id=attributes><input name=childNodes><input name=parentNode></form>`,
    `<script type="application/ld+json">{"__proto__":{"headline":"x"},"constructor":{"name":"y"}}</script>`,
    `<object id=document><embed name=cookie></object>`,
  ],
};
const all = Object.entries(payloads).flatMap(([kind, list]) =>
  list.map((html, i) => [`${kind} ${String(i + 1)}`, html] as const),
);

test.each(all)('%s leave nothing that could run', (_, html) => {
  const document = documentOf(html);
  expect(liveParts(document)).toEqual([]);
  const { spans = [] } = workOfPage(html);
  for (const { target = 'https:' } of spans) expect(target).toMatch(/^(?:https?|mailto):/);
});

test('there are payloads enough, and a document that could run is seen for what it is', () => {
  expect(all.length).toBeGreaterThanOrEqual(60);
  const script = { text: 'x', link: 'javascript:1', onclick: 'x' };
  const live = {
    language: '',
    direction: 'ltr' as const,
    blocks: [{ kind: 'paragraph' as const, inlines: [script] }],
  };
  expect(liveParts(live)).toEqual(['link: javascript:1', 'onclick: x']);
});

test('any page at all is strings, flags and numbers, and its text comes back from its bytes', () => {
  const pieces = fc.oneof(
    fc.constantFrom(...all.map(([, html]) => html)),
    fc.constantFrom(
      '<table>',
      '<tr>',
      '<td colspan=9 rowspan=0>',
      '</td>',
      '<ul>',
      '<li value=9e9>',
      '</ul>',
    ),
    fc.constantFrom(
      '<b>',
      '</i>',
      '<i>',
      '<p>',
      '</p>',
      '<br>',
      '<pre>',
      '<q>',
      '<h1>',
      '<sup>',
      '<a href=x>',
    ),
    fc.constantFrom(
      '<a href="#n"><sup>1</sup></a>',
      '<li id=n>',
      '<nav>',
      '</nav>',
      '<main>',
      '<svg>',
      '<math>',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const page = readPage(new TextEncoder().encode(parts.join('')));
      if (page === undefined) throw new Error('too large');
      expect(liveParts(page.document)).toEqual([]);
      const work = buildRichText(page.document, 'html', 'web/1');
      expect(decodeWorkingText(encodeWorkingText(work))).toEqual({ ok: true, value: work });
    }),
    { numRuns: 400 },
  );
});
