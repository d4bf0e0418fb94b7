import { expect, test } from 'vitest';
import { checkReportFile } from '../../../../renderer/report/check-report-file.ts';
import type { CheckRequest, ReportView } from '../../../../renderer/report/check-messages.ts';
import type { Vault } from '../../../../renderer/vault/contract.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { parseReport } from '../../../../shared/report/parse-report.ts';
import { source } from '../../../support/quoted.ts';

const view: ReportView = {
  report: parseReport([], true),
  checked: { quotes: [], lints: [] },
  sources: [],
  unit: 'line',
};

/** Three sources: one is read, one has no text, the text of one cannot be opened now. */
const vault = {
  ask: (call: string, request: unknown) => {
    const [whole, scan, lost] = [source(1), source(2), source(3)];
    if (call === 'library:read') {
      return Promise.resolve(ok({ sources: [whole, { ...scan, status: 'no-text' }, lost] }));
    }
    const isLost = (request as { source: string }).source === lost.id;
    return Promise.resolve(isLost ? fail('key-missing') : ok(new ArrayBuffer(8)));
  },
  listen: () => () => undefined,
} as unknown as Vault;

interface Run {
  readonly checked?: (request: CheckRequest) => void;
  readonly signal?: AbortSignal;
}

function run(content: string | Uint8Array<ArrayBuffer>, { checked, signal }: Run = {}) {
  return checkReportFile(new File([content], 'report'), {
    vault,
    startExtractor: () => Promise.reject(new Error('only a PDF is extracted')),
    identifiers: ['LX'],
    signal: signal ?? new AbortController().signal,
    onProgress: () => undefined,
    read: ({ kind }): Promise<Result<{ lines: []; isText: boolean }>> =>
      Promise.resolve(
        kind === 'docx' ? fail('report-unreadable') : ok({ lines: [], isText: true }),
      ),
    check: (request) => {
      checked?.(request);
      return Promise.resolve(ok(view));
    },
  });
}

test('is held against every text that can be read, and says how many could not', async () => {
  const asked: CheckRequest[] = [];
  const answer = await run('A report.', { checked: (request) => asked.push(request) });
  expect(answer).toMatchObject({ ok: true, value: { withoutText: 2 } });
  expect(asked.map(({ sources, identifiers }) => [sources.length, identifiers])).toEqual([
    [1, ['LX']],
  ]);
});

test.each([
  ['an empty file', ''],
  ['a Word file that cannot be read', Uint8Array.from([0x50, 0x4b, 3, 4])],
])('%s is no report, and nothing is compared', async (_what, content) => {
  let compared = 0;
  const answer = await run(content, { checked: () => compared++ });
  expect(answer).toEqual(fail('report-unreadable'));
  expect(compared).toBe(0);
});

test('a check that was stopped compares nothing', async () => {
  const abort = new AbortController();
  abort.abort();
  expect(await run('A report.', { signal: abort.signal })).toEqual(fail('cancelled'));
});
