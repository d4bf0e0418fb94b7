import fc from 'fast-check';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { exportHtml } from '../../../../shared/export/html.ts';
import { printable } from '../../../../shared/export/visible-text.ts';
import { hostileText } from '../../../support/hostile-text.ts';
import { quoted, reportOf } from '../../../support/quoted.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

function elementsOf(nodes: readonly Node[]): Element[] {
  return nodes.flatMap((node) => ('tagName' in node ? [node, ...elementsOf(node.childNodes)] : []));
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const elements = (html: string): Element[] => elementsOf(parse(html).childNodes);
const named = (html: string, tag: string): Element[] =>
  elements(html).filter(({ tagName }) => tagName === tag);

describe('the HTML export', () => {
  test('gives back any passage exactly', () => {
    fc.assert(
      fc.property(hostileText, (exact) => {
        const [passage] = named(exportHtml(reportOf([quoted(1, { exact })])), 'blockquote');
        expect(passage && textOf(passage)).toBe(`“${printable(exact)}”`);
      }),
    );
  });

  test('has no elements but its own, whatever the texts say', () => {
    const own = new Set(
      'html head meta title style body main section article h1 h2 p blockquote bdi code ul li'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(hostileText, hostileText, (exact, note) => {
        const marks = [quoted(1, { exact, note, tags: [note.slice(0, 20)] })];
        for (const { tagName, attrs } of elements(exportHtml(reportOf(marks)))) {
          expect(own).toContain(tagName);
          const names = attrs.map(({ name }) => name);
          expect(names.filter((name) => /^on|^(?:src|href|style|action)$/.test(name))).toEqual([]);
        }
      }),
    );
  });

  test('forbids itself everything but its own style', () => {
    const html = exportHtml(reportOf([quoted(1)]));
    expect(html).toContain('default-src &#39;none&#39;'.replace(/&#39;/g, "'"));
    expect(html).not.toMatch(/@import|url\(/);
  });

  test('tells language and direction of a passage', () => {
    const languages = (exact: string): (string | undefined)[] => {
      const [passage] = named(exportHtml(reportOf([quoted(1, { exact })])), 'blockquote');
      return ['lang', 'dir'].map((key) => passage?.attrs.find(({ name }) => name === key)?.value);
    };
    expect(languages('返鄉者')).toEqual(['zh', 'auto']);
    expect(languages('قالت الوزارة')).toEqual(['ar', 'auto']);
    expect(languages('Ten shelters')).toEqual(['en', 'auto']);
  });

  test('gives a quote with two tags one address only', () => {
    const html = exportHtml(reportOf([quoted(1, { tags: ['a', 'b'] })]));
    expect(named(html, 'blockquote')).toHaveLength(2);
    expect(html.match(/id="quote-1"/g)).toHaveLength(1);
  });

  test('says what cannot be seen', () => {
    const html = exportHtml(reportOf([quoted(1, { exact: 'a\u202eb\u0007c' })]));
    expect(html).toContain('This passage holds invisible direction controls: U+202E.');
    expect(html).toContain('This passage holds characters that cannot be printed');
  });
});
