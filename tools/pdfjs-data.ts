// A Vite plugin that puts pdf.js's static data under `/pdfjs/` of the app's own origin: into the renderer build, and into
// the server the browser tests run on.
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'vite';

// Asked of the resolver: the config that imports this file is bundled, which moves `import.meta.dirname`.
const packageFolder = path.dirname(
  createRequire(import.meta.url).resolve('pdfjs-dist/package.json'),
);

/** No scripts: the pictures' decoders run as WebAssembly and documents' scripts do not run at all. */
const wanted: readonly { readonly folder: string; readonly suffix: RegExp }[] = [
  { folder: 'cmaps', suffix: /\.bcmap$/ },
  { folder: 'standard_fonts', suffix: /\.(pfb|ttf)$/ },
  { folder: 'wasm', suffix: /^(jbig2|openjpeg|qcms_bg)\.wasm$/ },
  { folder: 'iccs', suffix: /\.icc$/ },
];

export function pdfjsData(): Plugin {
  const files = new Map(
    wanted.flatMap(({ folder, suffix }) =>
      readdirSync(path.join(packageFolder, folder))
        .filter((name) => suffix.test(name))
        .map((name) => [`pdfjs/${folder}/${name}`, path.join(packageFolder, folder, name)]),
    ),
  );
  return {
    name: 'pdfjs-data',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = files.get((request.url ?? '').replace(/^\/|\?.*$/g, ''));
        if (file === undefined) {
          next();
          return;
        }
        response.setHeader(
          'content-type',
          file.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream',
        );
        createReadStream(file).pipe(response);
      });
    },
    generateBundle() {
      for (const [fileName, file] of files) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(file) });
      }
    },
  };
}
