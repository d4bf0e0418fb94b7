// The path of a result out of the locker, in order: build → save → record.
import { toHex, utf8, type Bytes } from '../../shared/bytes.ts';
import type { ReportCheckFacts } from '../../shared/export/report-check-docx.ts';
import { reportJson } from '../../shared/report/report-json.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { SaveFiles } from '../activity/export-activity.ts';
import type { Vault } from '../vault/contract.ts';
import type { ReportView } from './check-messages.ts';

interface SaveOptions {
  readonly vault: Vault;
  readonly save: SaveFiles;
  readonly name: string;
  readonly view: ReportView;
  readonly appVersion: string;
  readonly generatedAt: number;
  /** Tests may build elsewhere. */
  readonly build?: typeof buildInWorker;
}

/** Answers the new folder's name. Errors: `export-failed` and those of saving. */
export async function saveResult({
  vault,
  save,
  name,
  view,
  appVersion,
  generatedAt,
  build = buildInWorker,
}: SaveOptions): Promise<Result<string>> {
  const { report, checked, unit } = view;
  const sources = view.sources.map(({ title }) => title);
  const unplaced = report.lines.filter((_, at) => report.roles[at] === 'unparsed');
  const docx = await build({ name, checked, sources, unit, unplaced, generatedAt, appVersion });
  if (docx === null) return fail('export-failed');
  const json = `${JSON.stringify(reportJson(report, checked, sources, {}), null, 2)}\n`;
  const files = [
    { name: 'report-check.docx', bytes: docx },
    { name: 'report-check.json', bytes: utf8(json) },
  ];
  const saved = await save('report check', files);
  if (!saved.ok) return saved;
  const listed = await Promise.all(
    files.map(async ({ name: proposed, bytes }, at) => ({
      name: saved.value.files[at] ?? proposed,
      sha256: toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))),
    })),
  );
  const payload = { marks: 0, files: listed };
  await vault.ask('act', [{ subject: 'library', kind: 'exported', payload }]);
  return ok(saved.value.folder);
}

function buildInWorker(facts: ReportCheckFacts): Promise<Bytes | null> {
  const worker = new Worker(new URL('./result.worker.ts', import.meta.url), { type: 'module' });
  const { promise, resolve } = Promise.withResolvers<Bytes | null>();
  worker.addEventListener('error', () => {
    resolve(null);
  });
  worker.addEventListener('message', ({ data }: MessageEvent<Bytes | null>) => {
    resolve(data);
  });
  worker.postMessage(facts);
  return promise.finally(() => {
    worker.terminate();
  });
}
