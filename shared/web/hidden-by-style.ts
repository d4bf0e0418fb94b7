// Which elements only a style sheet of the page hides. Their text stays, and is marked: a quote of words that nobody saw on
// the page would mislead.
import {
  attribute,
  isElement,
  isText,
  nodesBelow,
  type PageDocument,
  type PageElement,
} from './page-tree.ts';
import { styleRules, type StyleRule } from './style-rules.ts';

interface Placed extends StyleRule {
  readonly order: number;
}

/** With more rules for one name, nothing is said of its elements. */
const mostOfName = 64;
const longestStyle = 4000;

export type HiddenByStyle = (element: PageElement) => boolean;

export function hiddenByStyle(document: PageDocument): HiddenByStyle {
  const byName = new Map<string, Placed[]>();
  let order = 0;
  for (const sheet of sheetsOf(document)) {
    for (const rule of styleRules(sheet.text, sheet.always)) {
      const name = nameOf(rule);
      const own = byName.get(name) ?? [];
      if (own.length <= mostOfName) own.push({ ...rule, order: order++ });
      byName.set(name, own);
    }
  }
  if (!Array.from(byName.values()).some((rules) => rules.some(({ hides }) => hides)))
    return () => false;
  return (element) => {
    const classes = classesOf(element);
    const named = namesOf(element, classes).map((name) => byName.get(name) ?? []);
    if (named.some((rules) => rules.length > mostOfName)) return false;
    const meant = named.flat().filter((rule) => means(rule, element, classes));
    return meant.some(({ hides }) => hides) && isHidden(meant, element);
  };
}

function isHidden(rules: readonly Placed[], element: PageElement): boolean {
  const style = attribute(element, 'style').slice(0, longestStyle);
  return (['display', 'visibility'] as const).some((property) => {
    const own = rules.filter((rule) => rule.property === property);
    const [strongest] = own
      .filter(({ hides }) => hides)
      .toSorted(compare)
      .slice(-1);
    if (strongest === undefined) return false;
    if (!strongest.important && new RegExp(`(?:^|[;\\s])${property}\\s*:`, 'i').test(style))
      return false;
    return own.every((rule) => rule.hides || (rule.exact && compare(rule, strongest) < 0));
  });
}

/** The stronger one is greater. */
function compare(a: Placed, b: Placed): number {
  return Number(a.important) - Number(b.important) || a.weight - b.weight || a.order - b.order;
}

interface Sheet {
  readonly text: string;
  /** It counts in every window. */
  readonly always: boolean;
}

function* sheetsOf(document: PageDocument): Generator<Sheet> {
  for (const node of nodesBelow(document)) {
    if (!isElement(node) || node.tagName !== 'style') continue;
    const type = attribute(node, 'type').trim().toLowerCase();
    if (type !== '' && type !== 'text/css') continue;
    const media = attribute(node, 'media').trim().toLowerCase();
    const text = node.childNodes.map((child) => (isText(child) ? child.value : '')).join('');
    yield { text, always: media === '' || media === 'all' || media === 'screen' };
  }
}

function nameOf({ tag, id, classes: [first] }: StyleRule): string {
  if (id !== '') return `#${id}`;
  if (first !== undefined) return `.${first}`;
  return tag === '' ? '*' : tag;
}

function namesOf(element: PageElement, classes: ReadonlySet<string>): readonly string[] {
  const id = attribute(element, 'id');
  const own = Array.from(classes, (name) => `.${name}`);
  return ['*', element.tagName, ...(id === '' ? [] : [`#${id}`]), ...own];
}

const mostClasses = 100;

function classesOf(element: PageElement): ReadonlySet<string> {
  const names = attribute(element, 'class').split(/\s+/);
  return new Set(names.filter((name) => name !== '').slice(0, mostClasses));
}

function means(
  { tag, id, classes }: StyleRule,
  element: PageElement,
  own: ReadonlySet<string>,
): boolean {
  if (tag !== '' && tag !== element.tagName) return false;
  if (id !== '' && id !== attribute(element, 'id')) return false;
  return classes.every((name) => own.has(name));
}
