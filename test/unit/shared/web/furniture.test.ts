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

const teasers = (count: number, href = '/n/') =>
  Array.from(
    { length: count },
    (_, i) =>
      `<li><h3><a href="${href}${String(i)}">Headline ${String(i)} of the day</a></h3><p>A few words of what is there.</p></li>`,
  ).join('');
const longProse = prose + prose;

test('what stands beside the one article of a page is furniture, however large it is', () => {
  const article = `<article><h1>The mill</h1>${prose}</article>`;
  const live = Array.from({ length: 40 }, (_, i) => `<li>At ${String(i)} the dam filled.</li>`);
  expect(furnitureOf(`${article}<aside><ul>${live.join('')}</ul></aside>`)).toHaveLength(40);
  const long = links(30).replaceAll('News', 'A headline of many words about a dam that is full:');
  expect(furnitureOf(`<main>${article}<div><ul>${long}</ul></div></main>`)).toHaveLength(30);
});

test('an article is known by its body where its page holds others, too', () => {
  const page = `<main><article><h1>The mill</h1><div itemprop="articleBody">${prose}</div></article>
    <article><ul>${links(5)}</ul></article></main>`;
  expect(furnitureOf(page)).toHaveLength(5);
});

test('headlines of other pages after a text are furniture, each with what is said of it', () => {
  const page = `<div role="main"><h1>The mill</h1>${longProse}<ul>${teasers(30)}</ul></div>`;
  expect(furnitureOf(page)).toHaveLength(60);
});

test.each([
  ['a page that is nothing but headlines', `<h1>Today</h1><div>${teasers(30)}</div>`],
  [
    'such a page in several lists',
    `<h1>Today</h1><div>${teasers(20)}</div><div>${teasers(20)}</div><div>${teasers(20)}</div>`,
  ],
  ['headlines within the one article', `<article>${longProse}<ul>${teasers(8)}</ul></article>`],
  [
    'chapters of the page itself, linked to themselves',
    `<h1>Law</h1>${longProse}<div>${teasers(8, '#s')}</div>`,
  ],
  [
    'chapters of a text that are links, and long',
    `<h1>Law</h1>${longProse}<div>${Array.from(
      { length: 5 },
      (_, i) => `<h2><a href="/c/${String(i)}">Chapter ${String(i)}</a></h2>${prose}`,
    ).join('')}</div>`,
  ],
])('%s: text', (_, html) => {
  expect(furnitureOf(html)).toEqual([]);
});
