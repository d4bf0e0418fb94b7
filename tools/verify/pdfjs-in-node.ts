// pdf.js on this thread, its static data from its package.
import { createRequire } from 'node:module';
import path from 'node:path';
import { PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { PdfjsData } from '../../renderer/extract/pdfjs.ts';

const packageFile = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');

export const data: PdfjsData = { root: `${path.dirname(packageFile)}/`, byFetch: false };
export const worker = PDFWorker.create({ verbosity: VerbosityLevel.ERRORS });
