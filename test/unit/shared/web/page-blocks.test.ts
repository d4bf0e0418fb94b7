import { expect, test } from 'vitest';
import { documentOf, outlineOf, workOfPage } from '../../../support/web-page.ts';

test('headings, paragraphs, quotations, code and captions keep what they are', () => {
  expect(
    outlineOf(`<h2>The mill</h2>loose words<p>A <b>b</b>.</p><blockquote><p>Q</p></blockquote>
      <pre>\na\n  b</pre><figure><img alt="a picture of it"><figcaption>C</figcaption></figure>
      <div role=heading aria-level=4>R</div>`),
  ).toEqual([
    'heading2: The mill',
    'paragraph: loose words',
    'paragraph: A b.',
    'quote: Q',
    'code: a\n  b',
    'caption: C',
    'heading4: R',
  ]);
});

test('lists have their depth and the marks a browser would draw', () => {
  expect(
    outlineOf(`<ul><li>a<ul><li>b</ul><li><p>c</p><p>d</p></ul>
      <ol start=3 type=i><li>e<li value=9>f<li>g</ol><ol reversed><li>h<li>i</ol><ol type=A><li>j</ol>`),
  ).toEqual([
    ...['item1: • a', 'item2: – b', 'item1: • c', 'item1: d'],
    ...['item1: iii. e', 'item1: ix. f', 'item1: x. g'],
    ...['item1: 2. h', 'item1: 1. i', 'item1: A. j'],
  ]);
});

test('a line break inside a sentence is a space, any other ends the line', () => {
  expect(outlineOf('<p>It was<br>closed.<br>Nobody came.<br><br>so be it')).toEqual([
    'paragraph: It was closed.',
    'paragraph: Nobody came.',
    'paragraph: so be it',
  ]);
});

test('a table of data is one, with its spans; one for layout is its parts', () => {
  const html = `<table><caption>Wages</caption><tr><th>Mill<th>Workers
    <tr><td rowspan=2>A<td><p>120</p><p>men</p><tr><td>13</table>
    <table><tr><td><table><tr><td>left</table><td><p>right</table>
    <table role=presentation><tr><td>x<td>y</table>`;
  expect(outlineOf(html)).toEqual([
    ...[
      'caption: Wages',
      'header: Mill',
      'header: Workers',
      'cell: A',
      'cell: 120 men',
      'cell: 13',
    ],
    ...['paragraph: left', 'paragraph: right', 'paragraph: x', 'paragraph: y'],
  ]);
  expect(workOfPage(html).text).toContain('Wages\nMill\tWorkers\nA\t120 men\n13\nleft');
});

test('what a browser does not show is not read', () => {
  const hidden = [
    '<p hidden>x</p>',
    '<p aria-hidden="true">x</p>',
    '<p style="color:red; display : none">x</p>',
    '<p style="visibility:hidden">x</p>',
    '<span class="visually-hidden">x</span>',
    '<script>x</script><style>x</style><template><p>x</p></template><noscript>x</noscript>',
    '<svg><title>x</title><script>x</script><style>x</style><text>x</text></svg>',
    '<math><annotation encoding="x">x</annotation></math>',
    '<iframe>x</iframe><object><p>x</p></object><video>x</video><canvas>x</canvas>',
    '<select><option>x</select><textarea>x</textarea><dialog>x</dialog>',
    '<!-- x --><head><title>x</title></head>',
  ];
  for (const html of hidden) expect.soft(workOfPage(`<p>seen</p>${html}`).text, html).toBe('seen');
});

test('only links to the web and to mailboxes are kept, and relative ones start from where the page was saved', () => {
  const { spans = [], text } = workOfPage(
    `<a href="/a?b=1">one</a> <a href="mailto:x@haiyun.example">two</a> <a href="javascript:alert(1)">three</a>
     <a href="#top">four</a> <a href="data:text/html,x">five</a> <a>six</a> <a href=" JAVA&#10;SCRIPT:x">seven</a>`,
  );
  expect(text).toBe('one two three four five six seven');
  expect(spans.map(({ target }) => target)).toEqual([
    'https://haiyun.example/a?b=1',
    'mailto:x@haiyun.example',
  ]);
});

test('a base element moves where relative links start, but not to a file', () => {
  const link = (base: string) =>
    workOfPage(`<base href="${base}"><a href="x">a</a>`).spans?.[0]?.target;
  expect(link('https://other.example/dir/')).toBe('https://other.example/dir/x');
  expect(link('file:///home/')).toBe('https://haiyun.example/news/x');
});

test('references to notes and the notes are told by their links, on pages of many makes', () => {
  const wiki = `<p>Closed.<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup></p>
    <ol><li id="cite_note-1"><a href="#cite_ref-1">^</a> Daily.</ol>`;
  const word = `<p>Closed.<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a></p>
    <div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Daily.</p></div>`;
  const absolute = `<p>Closed.<sup><a href="https://haiyun.example/news/1#fn1">1</a></sup></p><p id="fn1">Daily.</p>`;
  const roles = `<p>Closed.<a role=doc-noteref href="#n">a</a></p><aside role=doc-footnote id=n>Daily.</aside>`;
  for (const html of [wiki, word, absolute, roles]) {
    const { ranges, text } = workOfPage(html);
    const kinds = ranges.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
    expect.soft(kinds[0]?.[0], html).toBe('noteref');
    expect.soft(kinds[1]?.[0], html).toBe('footnote');
    expect.soft(kinds[1]?.[1], html).toContain('Daily.');
  }
});

test('a cell shows the numbers of the lists in it: one, or the first and the last; bullets it does not', () => {
  const { text, blocks = [] } = workOfPage(
    `<table><tr><th>No</th><th>Rule</th></tr>
    <tr><td><ol start=4><li>Pay</ol></td><td><ol type=a><li>on time<li>in full</ol></td></tr>
    <tr><td><ul><li>Rest</ul></td><td>daily</td></tr></table>`,
  );
  expect(text).toBe('No\tRule\nPay\ton time in full\nRest\tdaily');
  const markers = blocks.map(({ marker }) => marker);
  expect(markers).toEqual([undefined, undefined, '4.', 'a. – b.', undefined, undefined]);
});

test('raised digits that lead nowhere are only raised', () => {
  const { ranges, spans } = workOfPage('<p>120 m<sup>2</sup></p>');
  expect(ranges).toEqual([]);
  expect(spans).toEqual([{ start: 5, end: 6, kind: 'superscript' }]);
});

test('a picture that nobody captioned is read by its text alternative, an icon is not', () => {
  expect(
    outlineOf(
      '<p>One <img alt="The gate of the mill in May"> two <img alt="icon"> three <img alt="✓"></p>',
    ),
  ).toEqual([
    'paragraph: One two three ✓',
    'caption: Picture: The gate of the mill in May (footnote)',
  ]);
});

test.each([
  ['<html dir=rtl><p>abc', 'rtl'],
  ['<html><body dir=rtl><p>abc', 'rtl'],
  ['<p>أغلقت الوزارة المصنع في مايو abc', 'rtl'],
  ['<html lang=ar dir=ltr><p>أغلقت', 'ltr'],
  ['<p>abc', 'ltr'],
])('the direction of %s is %s', (html, direction) => {
  expect(documentOf(html).direction).toBe(direction);
});

test('ten thousand nested tags, a million tags and attributes of megabytes are read or refused, never a crash', () => {
  expect(workOfPage(`${'<div>'.repeat(10_000)}deep`).text).toBe('deep');
  expect(workOfPage(`${'<ul><li>'.repeat(2_000)}deep`).blocks?.[0]?.level).toBe(100);
  expect(workOfPage(`<img src="data:image/png;base64,${'A'.repeat(3e7)}">after`).text).toBe(
    'after',
  );
  expect(workOfPage(`<a title="${'b'.repeat(3e6)}" href=x>after</a>`).text).toBe('after');
  const bomb = Array.from({ length: 20_000 }, (_, i) => `<b id=${String(i)}>`).join('');
  expect(() => workOfPage(`${bomb}${'<p>x'.repeat(20_000)}`)).toThrow('larger than can be read');
});
