import { expect, test } from 'vitest';
import {
  commonDetail,
  confirmAll,
  describeAll,
  missingFrom,
} from '../../../../renderer/library/describe-acts.ts';
import { emptyDetails, type Source } from '../../../../shared/evidence/source.ts';
import { sourceId } from '../../../support/library.ts';

type Described = Pick<Source, 'id' | 'details' | 'proposed'>;

function described(number: number, details: Partial<Source['details']>): Described {
  return { id: sourceId(number), details: { ...emptyDetails, ...details } };
}
const year = { value: '2024', precision: 'year' } as const;

test('writes to all that differ, and leaves those alone that have it', () => {
  const sources = [
    described(1, { publisher: 'Lantern Street' }),
    described(2, { publisher: '' }),
    { ...described(3, { publisher: 'Lantern Street' }), proposed: { publisher: 'guess' } as const },
  ];
  const acts = describeAll(sources, { publisher: 'Lantern Street' });
  expect(acts.map(({ subject }) => subject)).toEqual([
    `source/${sourceId(2)}`,
    `source/${sourceId(3)}`, // what was only proposed is confirmed by it
  ]);
});

test('confirming says the proposed values again, and nothing else', () => {
  const source = {
    ...described(1, { title: 'A', published: year, country: 'Haiyun' }),
    proposed: { title: 'stated', published: 'guess' } as const,
  };
  expect(confirmAll([source, described(2, { title: 'B' })])).toEqual([
    {
      subject: `source/${sourceId(1)}`,
      kind: 'source-described',
      payload: { source: sourceId(1), details: { title: 'A', published: year } },
    },
  ]);
});

test('fills in only what is missing, and never what is of one document alone', () => {
  const from = described(1, {
    ...{ title: 'First', publisher: 'Clinic', country: 'Haiyun', url: 'https://a.example' },
    published: year,
  });
  const to = described(2, { country: 'Elsewhere' });
  expect(missingFrom(to, from)).toEqual({ publisher: 'Clinic' });
});

test('knows what many have in common', () => {
  const sources = [
    described(1, { publisher: 'Clinic', published: year }),
    described(2, { publisher: 'Clinic', published: { ...year }, country: 'Haiyun' }),
  ];
  expect(commonDetail(sources, 'publisher')).toBe('Clinic');
  expect(commonDetail(sources, 'published')).toEqual(year);
  expect(commonDetail(sources, 'country')).toBeUndefined();
});
