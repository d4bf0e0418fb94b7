// What is left of purged sources in what was read: nothing; and of the others nothing is hidden by it.
import { expect, test } from 'vitest';
import type { PersonId, SourceId } from '../../../../shared/evidence/ids.ts';
import type { ReadFrame, SegmentReading } from '../../../../shared/journal/segment.ts';
import type { Purged } from '../../../../shared/library/purged.ts';
import { settlePurged } from '../../../../shared/locker/purge-work.ts';

const [doomed, kept] = ['1'.repeat(32), '2'.repeat(32)] as [SourceId, SourceId];
const purged: Purged = {
  sources: new Map([[doomed, 'a'.repeat(32) as PersonId]]),
  keys: new Set(['pool-1']),
  files: new Set(),
};
const part = (key: string, held: string | object) => ({ key, held }) as ReadFrame['parts'][number];

test('parts of purged sources and parts under purged keys are gone; what lacks its key otherwise still lacks it', () => {
  const opened = { subject: `source/${kept}`, changes: [] };
  const parts = [
    part('pool-0', { subject: `marks/${doomed}/c`, changes: [] }),
    part('pool-1', 'key-missing'),
    part('pool-2', 'key-missing'),
    part('pool-3', opened),
  ];
  const reading = {
    frames: [{ to: 1, at: 2, clock: 3, seq: 4, parts }],
  } as unknown as SegmentReading;
  expect(settlePurged([reading], purged, purged.keys)).toEqual([
    {
      frames: [
        {
          ...{ to: 1, at: 2, clock: 3, seq: 4 },
          parts: [
            part('pool-0', 'purged'),
            part('pool-1', 'purged'),
            part('pool-2', 'key-missing'),
            part('pool-3', opened),
          ],
        },
      ],
    },
  ]);
});
