import { expect, test } from 'vitest';
import { exportManifest } from '../../../../shared/export/manifest.ts';
import { quoted, reportOf, source } from '../../../support/quoted.ts';

test('the manifest names every file and source with its hash, the counts and the limits', () => {
  const report = reportOf([quoted(1), quoted(2, { source: source(2, { publisher: '' }) })]);
  const files = [{ name: 'quotes.csv', sizeBytes: 12, sha256: 'ab'.repeat(32) }];
  expect(JSON.parse(exportManifest(report, files))).toMatchObject({
    generated: '2026-11-14T09:05:00.000Z',
    counts: { quotes: 2, sources: 2, groups: 1 },
    files,
    sources: [
      { fileName: 'source-1.pdf', sha256: source(1).original.sha256, missingDetails: [] },
      { fileName: 'source-2.pdf', missingDetails: ['publisher'] },
    ],
    limits: [expect.stringContaining('extracted'), {}, {}, {}],
  });
});

test('the seal phrase of the moment stands in the manifest where one was taken', () => {
  const report = reportOf([quoted(1)]);
  const sealPhrase = 'ten words that stand for the journal as it was';
  expect(exportManifest(report, [])).not.toContain('sealPhrase');
  expect(JSON.parse(exportManifest({ ...report, sealPhrase }, []))).toMatchObject({ sealPhrase });
});
