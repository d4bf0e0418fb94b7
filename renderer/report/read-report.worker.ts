// Reads the lines of one untrusted report. It is given nothing else and ends when it has answered.
import { readDocx } from '../../shared/docx/read-docx.ts';
import { readDocxLines } from '../../shared/report/read-docx-lines.ts';
import { readTextLines } from '../../shared/report/read-lines.ts';
import { readWorkingLines } from '../../shared/report/read-working.ts';
import type { ReportLine } from '../../shared/report/report.ts';
import { decodeWorkingText } from '../../shared/text/codec.ts';
import { decodeAsWritten } from '../../shared/text/decode.ts';
import type { ReadReply, ReportFile } from './check-messages.ts';

self.addEventListener('message', ({ data }: MessageEvent<ReportFile>) => {
  const lines = linesOf(data);
  const reply: ReadReply = lines === undefined ? null : { lines, isText: data.kind === 'text' };
  self.postMessage(reply);
});

function linesOf({ kind, bytes }: ReportFile): readonly ReportLine[] | undefined {
  switch (kind) {
    case 'text': {
      const decoded = decodeAsWritten(new Uint8Array(bytes));
      return decoded.kind === 'text' ? readTextLines(decoded.text) : undefined;
    }
    case 'docx': {
      const read = readDocx(new Uint8Array(bytes));
      return read.kind === 'read' ? readDocxLines(read.document) : undefined;
    }
    case 'working': {
      const work = decodeWorkingText(new Uint8Array(bytes));
      return work.ok ? readWorkingLines(work.value) : undefined;
    }
  }
}
