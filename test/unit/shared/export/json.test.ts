import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportJson } from '../../../../shared/export/json.ts';
import { hostileText } from '../../../support/hostile-text.ts';
import { quoted, reportOf } from '../../../support/quoted.ts';

const parsed = (...marks: Parameters<typeof reportOf>[0]): unknown =>
  JSON.parse(exportJson(reportOf(marks)));

describe('the Web Annotation export', () => {
  test('is a collection of annotations with both selectors, bodies by purpose and a source known by its hash', () => {
    const one = quoted(1, { tags: ['shelters'], note: 'Ask again.' });
    expect(parsed(one)).toMatchObject({
      '@context': ['http://www.w3.org/ns/anno.jsonld', {}],
      type: 'AnnotationCollection',
      total: 1,
      generated: '2026-11-14T09:05:00.000Z',
      first: {
        type: 'AnnotationPage',
        items: [
          {
            id: 'urn:uuid:00000000-0000-0000-0000-000000000001',
            type: 'Annotation',
            body: [
              { type: 'TextualBody', purpose: 'tagging', value: 'shelters' },
              { type: 'TextualBody', purpose: 'commenting', value: 'Ask again.' },
            ],
            target: {
              source: {
                id: `urn:sha256:${one.source.original.sha256}`,
                url: one.source.details.url,
                label: one.source.details.title,
              },
              selector: [
                { type: 'TextQuoteSelector', exact: one.mark.anchor.exact, prefix: 'It said: ' },
                { type: 'TextPositionSelector', start: 100, end: 132 },
              ],
            },
          },
        ],
      },
    });
  });

  test('has every passage to the last code unit', () => {
    fc.assert(
      fc.property(hostileText, (exact) => {
        expect(parsed(quoted(1, { exact }))).toMatchObject({
          first: { items: [{ target: { selector: [{ exact }, {}] } }] },
        });
      }),
    );
  });
});
