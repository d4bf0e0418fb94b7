// What the style sheets written into a page say of hiding. No cascade is built: of each rule only the last part of its
// selector is looked at, and whether that part is all there is. What is not understood can show, and never hides.

/** Of an element that the last part of a selector may mean. */
export interface StyleRule {
  /** Empty for any. */
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  /** The selector says no more than this; else it means some of these elements, nobody knows which. */
  readonly exact: boolean;
  readonly property: 'display' | 'visibility';
  readonly hides: boolean;
  readonly important: boolean;
  /** Ids, classes, tags as one number; then the later one counts. */
  readonly weight: number;
}

const mostCharacters = 5_000_000;
const mostRules = 50_000;
const longestPrelude = 20_000;
const longestBody = 20_000;

/** In their order. `always`: the sheet counts in every window; else its rules show and never hide. */
export function styleRules(sheet: string, always: boolean): StyleRule[] {
  const rules: StyleRule[] = [];
  const css = withoutComments(sheet.slice(0, mostCharacters));
  /** Of each open block: whether it counts in every window. */
  const open: boolean[] = [always];
  let from = 0;
  const edge = /["'{};\\]/g;
  for (let match = edge.exec(css); match !== null; match = edge.exec(css)) {
    const [sign] = match;
    if (sign === '\\') edge.lastIndex++;
    else if (sign === '"' || sign === "'") edge.lastIndex = stringEnd(css, match.index);
    else if (sign === ';') from = edge.lastIndex;
    else if (sign === '}') {
      if (open.length > 1) open.pop();
      from = edge.lastIndex;
    } else {
      const prelude = css.slice(from, Math.min(match.index, from + longestPrelude)).trim();
      const counts = open.at(-1) === true;
      if (prelude.startsWith('@'))
        open.push(counts && /^@(?:layer|media\s+(?:all|screen)\s*$)/i.test(prelude));
      else {
        const close = css.indexOf('}', edge.lastIndex);
        const end = close < 0 ? css.length : close;
        const body = css.slice(edge.lastIndex, Math.min(end, edge.lastIndex + longestBody));
        addRules(rules, prelude, body, counts);
        edge.lastIndex = end + 1;
      }
      from = edge.lastIndex;
    }
    if (rules.length > mostRules) return [];
  }
  return rules;
}

function withoutComments(css: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = css.indexOf('/*'); at >= 0; at = css.indexOf('/*', from)) {
    kept.push(css.slice(from, at));
    const end = css.indexOf('*/', at + 2);
    if (end < 0) return kept.join(' ');
    from = end + 2;
  }
  return from === 0 ? css : `${kept.join(' ')} ${css.slice(from)}`;
}

/** A string ends at its quote or, broken, at its line. */
function stringEnd(css: string, start: number): number {
  const quote = css.charAt(start);
  for (let at = start + 1; at < css.length; at++) {
    const sign = css.charAt(at);
    if (sign === '\\') at++;
    else if (sign === quote || sign === '\n') return at + 1;
  }
  return css.length;
}

function addRules(rules: StyleRule[], prelude: string, body: string, counts: boolean): void {
  for (const said of declared(body)) {
    if (said.hides && !counts) continue;
    for (const selector of parted(prelude, ',')) {
      const compound = lastCompound(selector.trim());
      if (compound !== undefined && (compound.exact || !said.hides))
        rules.push({ ...compound, ...said });
      if (rules.length > mostRules) return;
    }
  }
}

const declaration = /(?:^|;)\s*(display|visibility)\s*:\s*([a-z-]+)\s*(!\s*important)?/gi;

/** Of each property the last word. */
function declared(body: string): Iterable<Pick<StyleRule, 'property' | 'hides' | 'important'>> {
  const said = new Map<string, Pick<StyleRule, 'property' | 'hides' | 'important'>>();
  for (const [, name = '', value = '', important] of body.matchAll(declaration)) {
    const property = name.toLowerCase() === 'display' ? 'display' : 'visibility';
    const hides = /^(?:none|hidden|collapse)$/i.test(value);
    if (said.get(property)?.important === true && important === undefined) continue;
    said.set(property, { property, hides, important: important !== undefined });
  }
  return said.values();
}

/** Cut at a sign that stands in no brackets. */
function parted(text: string, sign: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const here = text.charAt(at);
    if (here === '\\') at++;
    else if (here === '(' || here === '[') depth++;
    else if (here === ')' || here === ']') depth--;
    else if (here === sign && depth <= 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

type Compound = Pick<StyleRule, 'tag' | 'id' | 'classes' | 'exact' | 'weight'>;

/** Undefined for what means no element: `::before`, a selector nobody understands. */
function lastCompound(selector: string): Compound | undefined {
  const plain = bare(selector);
  if (plain === undefined) return undefined;
  const last = plain.text.split(/[\s>+~]+/).at(-1) ?? '';
  const names = last.match(nameInCompound) ?? [];
  if (names.join('') !== last || last === '') return undefined;
  const of = (sign: string) =>
    names.filter((name) => name.startsWith(sign)).map((name) => unescaped(name.slice(1)));
  const [tag = ''] = names.filter((name) => /^[^.#]/.test(name));
  const [id = '', ...ids] = of('#');
  if (ids.length > 0) return undefined;
  const classes = of('.');
  const exact = !plain.lossy && last === plain.text;
  const weight =
    (id === '' ? 0 : 10_000) + 100 * Math.min(classes.length, 99) + (tag === '' ? 0 : 1);
  return { tag: tag === '*' ? '' : tag.toLowerCase(), id, classes, exact, weight };
}

const nameInCompound = /\*|[.#]?(?:[\w\u0080-\uffff-]|\\[^\n])+/g;

/** Without what stands in brackets and without pseudo-classes: then it means more elements than it says. */
function bare(selector: string): { readonly text: string; readonly lossy: boolean } | undefined {
  let text = '';
  let depth = 0;
  let lossy = false;
  for (let at = 0; at < selector.length; at++) {
    const here = selector.charAt(at);
    if (here === '\\') {
      if (depth === 0) text += selector.slice(at, at + 2);
      at++;
    } else if (here === '(' || here === '[') {
      depth++;
      lossy = true;
    } else if (here === ')' || here === ']') {
      if (--depth < 0) return undefined;
    } else if (depth > 0) continue;
    else if (here === ':') {
      if (selector.charAt(at + 1) === ':') return undefined;
      lossy = true;
      while (/[\w-]/.test(selector.charAt(at + 1))) at++;
    } else text += here;
  }
  const last = text.trim();
  // `:hover` alone means any element.
  if (lossy && (last === '' || /[\s>+~]$/.test(text))) return { text: `${last} *`.trim(), lossy };
  return depth === 0 ? { text: last, lossy } : undefined;
}

function unescaped(name: string): string {
  return name.replace(/\\(.)/g, '$1');
}
