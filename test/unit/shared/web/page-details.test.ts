import { expect, test } from 'vitest';
import { proposeDetails, type Proposal } from '../../../../shared/details/propose.ts';
import { buildRichText } from '../../../../shared/text/build-rich-text.ts';
import { headInfo, pageDetails } from '../../../../shared/web/page-details.ts';
import { readPage } from '../../../../shared/web/read-page.ts';

const body =
  '<h1>The mill in Haiyun</h1><p>The Ministry of Labour said that the mill was closed and that nobody was paid for it.</p>';

function proposalOf(html: string): Proposal {
  const page = readPage(new TextEncoder().encode(html));
  if (page === undefined) throw new Error('too large');
  const work = buildRichText(page.document, 'html', 'web/1');
  return pageDetails(page.head, page.saved, proposeDetails(work, headInfo(page.head)));
}

test('the title is the page’s without the name of its site', () => {
  const { details, confidence } = proposalOf(
    `<html lang="en-GB"><title>The mill in Haiyun | Haiyun Daily</title><meta property="og:site_name" content="Haiyun Daily">${body}`,
  );
  expect(details).toMatchObject({ title: 'The mill in Haiyun', publisher: 'Haiyun Daily' });
  expect(details.language).toMatch(/^en/);
  expect(confidence).toMatchObject({ title: 'stated', publisher: 'likely' });
});

test.each(['Haiyun Daily | By: A. Writer', 'Haiyun Daily'])(
  'a slogan is no part of the name of a site: %s',
  (site) => {
    const { details } = proposalOf(`<meta property="og:site_name" content="${site}">${body}`);
    expect(details.publisher).toBe('Haiyun Daily');
  },
);

test('of a site that gives its address as its name the host is said', () => {
  const site = '<meta property="og:site_name" content="http://www.haiyun-daily.example/">';
  expect(proposalOf(`${site}${body}`).details.publisher).toBe('haiyun-daily.example');
});

test('who published is told from who only hosts', () => {
  const data = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'Organization', '@id': '#o', name: 'Mill Watch' },
      {
        '@type': 'NewsArticle',
        headline: 'The mill in Haiyun',
        datePublished: '2024-05-03T10:00:00+08:00',
        dateModified: '2025-01-02',
        publisher: { '@id': '#o' },
        author: [{ name: 'A. Writer' }, { name: 'B. Writer' }],
      },
    ],
  };
  const { details, confidence } = proposalOf(
    `<meta property="og:site_name" content="The Archive"><script type="application/ld+json">${JSON.stringify(data)}</script>${body}`,
  );
  expect(details).toMatchObject({
    publisher: 'Mill Watch',
    republisher: 'The Archive',
    author: 'A. Writer; B. Writer',
    published: { value: '2024-05-03', precision: 'day' },
    updated: '2025-01-02',
  });
  expect(confidence).toMatchObject({ publisher: 'stated', published: 'stated', updated: 'stated' });
});

test('a date of change is never one of publication', () => {
  const { details } = proposalOf(
    `<meta property="article:modified_time" content="2025-01-02T00:00:00Z">${body}`,
  );
  expect(details.updated).toBe('2025-01-02');
  expect(details.published).toBeUndefined();
});

test('where and when it was saved is the address and the day of access', () => {
  const singleFile = `<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://haiyun.example/news/1 \n saved date: Mon Nov 30 2026 10:11:12 GMT+0800 (Haiyun Time)\n-->`;
  expect(
    proposalOf(`${singleFile}<link rel=canonical href="https://other.example/">${body}`),
  ).toMatchObject({
    details: { url: 'https://haiyun.example/news/1', accessed: '2026-11-30' },
    confidence: { url: 'stated', accessed: 'stated' },
  });
  const markOfTheWeb = '<!-- saved from url=(0029)https://haiyun.example/news/2 -->';
  expect(proposalOf(`${markOfTheWeb}<html>${body}`).details.url).toBe(
    'https://haiyun.example/news/2',
  );
  const unsaid = proposalOf(`<link rel=canonical href="https://haiyun.example/c">${body}`);
  expect(unsaid.details.url).toBe('https://haiyun.example/c');
  expect(unsaid.details.accessed).toBeUndefined();
  expect(unsaid.confidence.url).toBe('likely');
});

test('of an archive’s copy the original is the address', () => {
  const archived = 'https://web.archive.org/web/20240102030405/https://haiyun.example/news/3';
  expect(
    proposalOf(`<!-- saved from url=(0070)${archived} --><html>${body}`).details,
  ).toMatchObject({
    url: 'https://haiyun.example/news/3',
    archiveUrl: archived,
  });
});

test.each([
  '<!-- saved from url=(0014)about:internet -->',
  '<!-- saved from url=(0030)javascript:alert(document) -->',
  '<link rel=canonical href="file:///x">',
  '<script type="application/ld+json">{"datePublished": {"a": [}</script>',
  '<script type="application/ld+json">[[[[{"headline": 5, "author": {"name": {}}}]]]]</script>',
])('what cannot be an answer is none: %s', (head) => {
  const { details } = proposalOf(`${head}${body}`);
  expect(details.url).toBeUndefined();
  expect(details.published).toBeUndefined();
  expect(details.author).toBeUndefined();
});
