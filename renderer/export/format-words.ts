import type { ExportFormat } from '../../shared/export/formats.ts';

/** Each format by what a person does with it. */
export const formatWords: Readonly<Record<ExportFormat, { name: string; use: string }>> = {
  docx: { name: 'Word', use: 'to go on writing' },
  pdf: { name: 'PDF', use: 'to print and file' },
  html: { name: 'Web page', use: 'to read anywhere' },
  md: { name: 'Markdown', use: 'plain text' },
  csv: { name: 'Table', use: 'CSV for spreadsheets' },
  json: { name: 'Annotations', use: 'W3C JSON for programs' },
};
