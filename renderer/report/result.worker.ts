// Builds the result's Word document off the UI thread. One request, then the worker is ended by whoever started it.
import { exportReportCheck, type ReportCheckFacts } from '../../shared/export/report-check-docx.ts';

self.addEventListener('message', ({ data }: MessageEvent<ReportCheckFacts>) => {
  exportReportCheck(data).then(
    (bytes) => {
      self.postMessage(bytes, { transfer: [bytes.buffer] });
    },
    () => {
      self.postMessage(null);
    },
  );
});
