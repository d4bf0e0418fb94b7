// What the elements of a page are for, by name, role and style: shown or not, a block or part of a line.
import { attribute, hasAttribute, type PageElement } from './page-tree.ts';

const blocks = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup p plaintext ' +
    'pre search section summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);

export function isBlockElement({ tagName }: PageElement): boolean {
  return blocks.has(tagName);
}

/** Never text of the page: code, controls, and what stands in for something that was not loaded. */
const silent = new Set(
  (
    'script style template noscript noframes noembed head title meta link base iframe frame frameset object embed ' +
    'applet param audio video track source canvas map area input select option datalist textarea progress meter ' +
    'svg annotation annotation-xml rp'
  ).split(' '),
);

const hiddenStyle = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b/i;
const hiddenClass =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|element-invisible|u-hidden)(?:$|\s)/i;
const longestStyle = 4000;

export function isSilent(element: PageElement): boolean {
  return silent.has(element.tagName) || isHidden(element);
}

function isHidden(element: PageElement): boolean {
  if (element.tagName === 'dialog' && !hasAttribute(element, 'open')) return true;
  if (element.attrs.length === 0) return false;
  if (hasAttribute(element, 'hidden') && attribute(element, 'hidden') !== 'until-found')
    return true;
  if (attribute(element, 'aria-hidden').toLowerCase() === 'true') return true;
  if (hiddenClass.test(attribute(element, 'class'))) return true;
  return hiddenStyle.test(attribute(element, 'style').slice(0, longestStyle));
}

/** 1 to 6, or 0 for what is no heading. */
export function headingLevel(element: PageElement): number {
  const named = /^h([1-6])$/.exec(element.tagName)?.[1];
  if (named !== undefined) return Number(named);
  if (roleOf(element) !== 'heading') return 0;
  const level = Number(attribute(element, 'aria-level'));
  return level >= 1 && level <= 6 ? Math.trunc(level) : 2;
}

export function roleOf(element: PageElement): string {
  return attribute(element, 'role').trim().toLowerCase();
}
