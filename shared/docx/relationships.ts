// Which part of a package belongs to which (ISO/IEC 29500-2, 6.5), and where its links lead.
import type { Bytes } from '../bytes.ts';
import { readXml } from './read-xml.ts';

export interface Relationship {
  /** The last word of its type: `officeDocument`, `footnotes`, `hyperlink`. */
  readonly type: string;
  /** A part's name in lower case, or an address as written. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** By id; none where the part is missing or damaged. `part`: the one they belong to, empty for the package itself. */
export function readRelationships(
  bytes: Bytes | undefined,
  part: string,
): ReadonlyMap<string, Relationship> {
  const found = new Map<string, Relationship>();
  if (bytes === undefined) return found;
  const result = readXml(bytes, {
    open(name, attributes) {
      const id = attributes.get('Id');
      if (name !== 'rel:Relationship' || id === undefined) return;
      const isExternal = attributes.get('TargetMode') === 'External';
      const target = attributes.get('Target') ?? '';
      found.set(id, {
        type: /[^/]*$/.exec(attributes.get('Type') ?? '')?.[0] ?? '',
        target: isExternal ? target : partNamed(target, part),
        isExternal,
      });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return result === 'read' ? found : new Map();
}

/** Where the relationships of a part lie. */
export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** Relative to the folder of `from`, or to the package where it begins with `/`. */
function partNamed(target: string, from: string): string {
  const folders = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.' && step !== '') folders.push(step);
  }
  return folders.join('/').toLowerCase();
}
