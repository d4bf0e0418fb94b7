// pdf.js's own worker, as a module of this build.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
