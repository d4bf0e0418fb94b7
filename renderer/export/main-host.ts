import { ask } from '../bridge/ask.ts';
import { saveExport } from '../bridge/save-export.ts';
import type { ExportHost } from './export-quotes.ts';

/** The program's main process as an export needs it. */
export function mainExportHost(appVersion: string): ExportHost {
  return {
    appVersion,
    now: () => Date.now(),
    print: () => ask('export:print', null),
    save: saveExport,
  };
}
