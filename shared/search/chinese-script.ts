// Traditional and simplified Chinese as one: every character to the one it is written as in mainland China.
// Characters only. OpenCC's phrase tables (1 MB) choose between characters that searching treats as one anyway.
import simplified from 'opencc-js/dict/TSCharacters';
import hongKong from 'opencc-js/dict/HKVariantsRev';
import taiwan from 'opencc-js/dict/TWVariantsRev';

let table: ReadonlyMap<string, string> | undefined;

/** `character` is one code point. */
export function simplify(character: string): string {
  table ??= readTable();
  return table.get(character) ?? character;
}

function readTable(): ReadonlyMap<string, string> {
  const steps = new Map<string, string>();
  // The standard first; a regional variant (衞, 枱) leads to a standard character and on to the simplified one.
  for (const entry of [simplified, taiwan, hongKong].flatMap((text) => text.split('|'))) {
    const [from, to] = entry.split(' ');
    if (from !== undefined && to !== undefined && from !== to && !steps.has(from)) {
      if (steps.get(to) !== from) steps.set(from, to);
    }
  }
  const resolved = new Map<string, string>();
  for (const from of steps.keys()) resolved.set(from, follow(steps, from));
  return resolved;
}

function follow(steps: ReadonlyMap<string, string>, from: string): string {
  const seen = new Set<string>();
  let at = from;
  for (let next = steps.get(at); next !== undefined && !seen.has(at); next = steps.get(at)) {
    seen.add(at);
    at = next;
  }
  return at;
}
