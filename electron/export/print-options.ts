import type { PrintToPDFOptions } from 'electron';

/** The page's own print layout, readable by screen readers, with nothing of the program's around it. */
export const printOptions = Object.freeze({
  preferCSSPageSize: true,
  printBackground: true,
  displayHeaderFooter: false,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
}) satisfies Readonly<PrintToPDFOptions>;
