// The sample case travels with the program: made-up sources, fetched from the app's own origin when somebody asks for them.

const urls = import.meta.glob<string>('../../assets/sample/sources/*', {
  query: '?url',
  import: 'default',
  eager: true,
});

const byName: ReadonlyMap<string, string> = new Map(
  Object.entries(urls).map(([path, url]): [string, string] => [
    path.slice(path.lastIndexOf('/') + 1),
    url,
  ]),
);

export const sampleCount = byName.size;

/** Whether a file of the sample is called so. */
export function isSampleName(name: string): boolean {
  return byName.has(name);
}

/** The sample's files in the order of their names, as if a person had chosen them. Rejects if the program is not whole. */
export async function loadSampleFiles(): Promise<readonly File[]> {
  const names = [...byName.keys()].sort();
  return Promise.all(
    names.map(async (name) => {
      const response = await fetch(byName.get(name) ?? '');
      if (!response.ok) throw new Error(`the program lacks ${name}`);
      return new File([await response.arrayBuffer()], name);
    }),
  );
}

/** SHA-256 of the sample's files, lower-case hex: what was edited since, or only has the name, is none of them. */
export async function sampleHashes(): Promise<ReadonlySet<string>> {
  const files = await loadSampleFiles();
  const hashes = files.map(async (file) => {
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    );
  });
  return new Set(await Promise.all(hashes));
}
