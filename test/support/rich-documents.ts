import fc from 'fast-check';
import type {
  RichBlock,
  RichDocument,
  RichInline,
  RichTable,
} from '../../shared/text/rich-document.ts';

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(fc.constantFrom('mill', ' ', '\n', '\u00a0', '\u00ad', '見る', 'لا', '😀', '\t', '.'), {
      maxLength: 8,
    })
    .map((parts) => parts.join('')),
);
const flag = fc.constant<true>(true);

const inline: fc.Arbitrary<RichInline> = fc.record(
  {
    text: texts,
    bold: flag,
    italic: flag,
    code: flag,
    superscript: flag,
    noteref: flag,
    link: fc.constantFrom('https://a.example/x', 'mailto:a@b.example', 'javascript:1'),
  },
  { requiredKeys: ['text'] },
);
const inlines = fc.array(inline, { maxLength: 5 });
const boilerplate = fc.option(flag, { nil: undefined });
const table: fc.Arbitrary<RichTable> = fc.record({
  kind: fc.constant('table' as const),
  rows: fc.array(
    fc.record({
      cells: fc.array(
        fc.record({
          inlines,
          header: fc.boolean(),
          columns: fc.integer({ min: -1, max: 4 }),
          rows: fc.integer({ min: 0, max: 4 }),
        }),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 4 },
  ),
});

const block: fc.Arbitrary<RichBlock> = fc
  .tuple(
    fc.oneof<fc.Arbitrary<RichBlock>[]>(
      fc.record({ kind: fc.constant('heading' as const), level: fc.integer(), inlines }),
      fc.record({
        kind: fc.constantFrom('paragraph' as const, 'quote' as const, 'code' as const),
        inlines,
      }),
      fc.record({
        kind: fc.constant('item' as const),
        depth: fc.integer(),
        marker: texts,
        inlines,
      }),
      fc.record({ kind: fc.constant('note' as const), label: texts, inlines }),
      table,
    ),
    boilerplate,
  )
  .map(([made, aside]) =>
    aside === undefined || made.kind === 'note' ? made : { ...made, boilerplate: aside },
  );

/** Documents of every kind of block, with blanks, soft hyphens and lone surrogates in any place. */
export const richDocuments: fc.Arbitrary<RichDocument> = fc.record({
  language: fc.constantFrom('', 'ug'),
  direction: fc.constantFrom('ltr' as const, 'rtl' as const),
  blocks: fc.array(block, { maxLength: 8 }),
});
