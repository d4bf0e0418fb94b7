// Holds a report against the sources, off the UI thread and without a key. One request, then the worker is ended by
// whoever started it.
import { parseReport } from '../../shared/report/parse-report.ts';
import { checkReport, type HeldSource } from '../../shared/report/check-report.ts';
import { sourceFacts } from '../../shared/report/source-facts.ts';
import { decodeWorkingText } from '../../shared/text/codec.ts';
import { prepareSource } from '../../shared/verify/prepare-source.ts';
import { sourceFromWorkingText } from '../../shared/verify/raw-text.ts';
import type { CheckReply, CheckRequest, ReportSource } from './check-messages.ts';

self.addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  self.postMessage(answer(data));
});

function answer(request: CheckRequest): CheckReply {
  try {
    return check(request);
  } catch {
    return { kind: 'failed' }; // a stack or a heap that ran out on hostile input
  }
}

function check({ read: { lines, isText }, sources, identifiers }: CheckRequest): CheckReply {
  const report = parseReport(lines, isText);
  const held = sources.flatMap((source) => holdSource(source));
  const checked = checkReport(
    report,
    held.map(({ source }) => source),
    identifiers,
  );
  const view = {
    ...{ report, checked, sources: held.map(({ id, title }) => ({ id, title })) },
    unit: isText ? ('line' as const) : ('paragraph' as const),
  };
  return { kind: 'checked', view };
}

/** A working text that cannot be decoded holds nothing to look in. */
function holdSource({ id, title, details, pages, working }: ReportSource): {
  readonly id: ReportSource['id'];
  readonly title: string;
  readonly source: HeldSource;
}[] {
  const work = decodeWorkingText(new Uint8Array(working));
  if (!work.ok) return [];
  const facts = sourceFacts(title, work.value.text, details, pages);
  const prepared = prepareSource(sourceFromWorkingText(work.value));
  return [{ id, title, source: { facts, prepared } }];
}
