// Holds a report against the sources, off the UI thread and without a key. One request, then the worker is ended by
// whoever started it.
import { parseReport } from '../../shared/report/parse-report.ts';
import { checkReport, type HeldSource } from '../../shared/report/check-report.ts';
import { readTextLines } from '../../shared/report/read-lines.ts';
import { readWorkingLines } from '../../shared/report/read-working.ts';
import type { ReportLine } from '../../shared/report/report.ts';
import { sourceFacts } from '../../shared/report/source-facts.ts';
import { decodeWorkingText } from '../../shared/text/codec.ts';
import { decodeAsWritten } from '../../shared/text/decode.ts';
import { prepareSource } from '../../shared/verify/prepare-source.ts';
import type { CheckReply, CheckRequest, ReportFile, ReportSource } from './check-messages.ts';

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

function check({ file, sources, identifiers }: CheckRequest): CheckReply {
  const lines = linesOf(file);
  if (lines === undefined) return { kind: 'unreadable' };
  const isText = file.kind === 'text';
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

function linesOf({ kind, bytes }: ReportFile): readonly ReportLine[] | undefined {
  switch (kind) {
    case 'text': {
      const decoded = decodeAsWritten(new Uint8Array(bytes));
      return decoded.kind === 'text' ? readTextLines(decoded.text) : undefined;
    }
    case 'docx':
      return undefined;
    case 'working': {
      const work = decodeWorkingText(new Uint8Array(bytes));
      return work.ok ? readWorkingLines(work.value) : undefined;
    }
  }
}

/** A working text that cannot be decoded holds nothing to look in. */
function holdSource({ id, title, details, pages, working }: ReportSource): {
  readonly id: ReportSource['id'];
  readonly title: string;
  readonly source: HeldSource;
}[] {
  const work = decodeWorkingText(new Uint8Array(working));
  if (!work.ok) return [];
  const { text, ranges, sections } = work.value;
  const skipped = ranges.flatMap(({ start, end, kind }) =>
    kind === 'furniture' || kind === 'noteref' ? [{ start, end, kind }] : [],
  );
  const facts = sourceFacts(title, text, details, pages);
  return [{ id, title, source: { facts, prepared: prepareSource({ text, skipped, sections }) } }];
}
