// Browsers save a page as "Page.html" with its pictures and scripts in a folder "Page_files" beside it. Those are parts of
// the page, no sources.

export interface ChosenFile {
  readonly file: File;
  /** Relative to what was chosen, with `/`. */
  readonly path: string;
}

/** A folder that belongs to a page that was chosen with it. */
export interface PageParts {
  readonly folder: string;
  readonly page: string;
  readonly count: number;
}

export interface Chosen {
  readonly files: readonly File[];
  readonly leftOut: readonly PageParts[];
}

const page = /^(.*)\.(?:x?html?|xht)$/i;
/** As browsers of several languages name it. */
const folder =
  /^(.*)(?:_files|\.files|-Dateien|_Dateien|_fichiers|_archivos|_arquivos|_bestanden|_pliki|_soubory|_file|_filer|_tiedostot|_elemei)$/i;

export function setPagePartsApart(chosen: readonly ChosenFile[]): Chosen {
  const pages = new Map<string, string>();
  for (const { path } of chosen) {
    const base = page.exec(path)?.[1];
    if (base !== undefined) pages.set(base, path);
  }
  const files: File[] = [];
  const leftOut = new Map<string, PageParts>();
  for (const { file, path } of chosen) {
    const owner = ownerOf(path, pages);
    if (owner === undefined) {
      files.push(file);
      continue;
    }
    const count = (leftOut.get(owner.folder)?.count ?? 0) + 1;
    leftOut.set(owner.folder, { folder: nameOf(owner.folder), page: nameOf(owner.page), count });
  }
  return { files, leftOut: [...leftOut.values()] };
}

function ownerOf(
  path: string,
  pages: ReadonlyMap<string, string>,
): { readonly folder: string; readonly page: string } | undefined {
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    const above = path.slice(0, slash);
    const owner = pages.get(folder.exec(above)?.[1] ?? '\0');
    if (owner !== undefined) return { folder: above, page: owner };
  }
  return undefined;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
