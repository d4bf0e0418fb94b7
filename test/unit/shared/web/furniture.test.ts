import { expect, test } from 'vitest';
import { outlineOf } from '../../../support/web-page.ts';

const prose = Array.from(
  { length: 12 },
  (_, i) =>
    `<p>The Ministry of Labour of Haiyun said on day ${String(i)} that the mill was closed and nobody was paid.</p>`,
).join('');
const links = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `<li><a href="/n/${String(i)}">News ${String(i)}</a></li>`,
  ).join('');

function furnitureOf(html: string): string[] {
  return outlineOf(html).filter((line) => line.endsWith('(boilerplate)'));
}

test.each([
  ['nav', `<nav><ul>${links(3)}</ul></nav>`, 3],
  ['the header of a site', '<header><p>Haiyun Daily</p></header>', 1],
  ['the footer of a site', '<footer><p>About this site and its makers</p></footer>', 1],
  ['an aside', '<aside><p>In other news the dam is full.</p></aside>', 1],
  ['a banner by its role', '<div role="banner"><p>Haiyun Daily</p></div>', 1],
  [
    'a cookie banner',
    '<div id="cookieConsent"><p>We value your privacy and use cookies.</p></div>',
    1,
  ],
  ['buttons to share', '<div class="post-share-buttons"><p>Send this to a friend</p></div>', 1],
  ['related articles', '<section class="related-articles"><p>The dam is full</p></section>', 1],
  ['a list of links outside the article', `<ul>${links(6)}</ul>`, 6],
  ['a line everybody knows', '<p>© 2024 Haiyun Daily</p>', 1],
])('%s is furniture and stays in the text', (_, html, count) => {
  const page = `<body>${html}<main><h1>The mill</h1>${prose}</main></body>`;
  expect(furnitureOf(page)).toHaveLength(count);
});

test.each([
  [
    'the header of an article',
    `<main><header><h1>The mill</h1><p>By a writer</p></header>${prose}</main>`,
  ],
  [
    'the only heading, in the header of a site',
    `<header><h1>The mill</h1></header><main>${prose}</main>`,
  ],
  [
    'a body named after its sidebar',
    `<body class="has-sidebar nav-open"><div class="content-with-sidebar">${prose}</div>`,
  ],
  ['a page that is all article', `<article class="related-post">${prose}</article>`],
  ['sources listed in an article', `<main>${prose}<h2>Sources</h2><ul>${links(6)}</ul></main>`],
  ['a long aside that is half the page', `<p>One line.</p><aside>${prose}</aside>`],
  ['a page without a main element', prose],
])('%s is text', (_, html) => {
  expect(furnitureOf(html)).toEqual([]);
});
