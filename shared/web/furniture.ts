// What of a page is furniture: navigation, banners, "share" and "related". It stays in the text and is marked. In doubt a
// block is text: furniture that is shown as text costs a glance, text that is taken for furniture is lost to search figures.
import { roleOf } from './element-kinds.ts';
import { attribute, type PageElement } from './page-tree.ts';
import { listsTeasers, mayBeList, plainText, type PageWeights, type Weight } from './weigh-page.ts';

const roles = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'menu',
  'menubar',
  'toolbar',
  'dialog',
  'alertdialog',
]);

/** Words of class names and ids. Each alone says little: the weight of what stands in the element has to agree. */
const nameWords = new Set(
  (
    'cookie cookies consent gdpr onetrust cookiebot didomi usercentrics cmp share sharing social addtoany sharedaddy ' +
    'related recommended recommendations recirculation newsletter subscribe subscription signup breadcrumb breadcrumbs ' +
    'pagination pager sidebar widget widgets promo promotion advert advertisement ads adsbygoogle sponsor sponsored ' +
    'comments disqus menu submenu navbar nav navigation toolbar masthead footer skip skiplink popup flyout modal banner ' +
    'tags tagcloud paywall login donate donation topbar offcanvas trending mostread popular'
  ).split(' '),
);

/** Furniture of one page in hardly ever more than this. */
const largestShare = 0.4;
const shortText = 600;

/** Where an element stands. */
interface Inside {
  /** Inside what the page is about. */
  readonly main: boolean;
  /** Inside its one article. */
  readonly article: boolean;
}

export function isFurniture(element: PageElement, weights: PageWeights, inside: Inside): boolean {
  const weight = weights.of(element);
  if (weight.text === 0 || weights.mainPath.has(element) || weights.articlePath.has(element))
    return false;
  const { tagName } = element;
  if (tagName === 'body' || tagName === 'html' || tagName === 'main' || tagName === 'article')
    return false;
  const isBeside = weights.article !== undefined && !inside.article;
  if (isBeside && weight.h1 === 0 && isBesideArticle(element, weight)) return true;
  if (!inside.article && isTeaserList(element, weight, weights)) return true;
  const large = weight.text > largestShare * weights.page.text && weight.text > shortText;
  if (large && linkShare(weight) < 0.6) return false;
  if (tagName === 'nav' || roles.has(roleOf(element))) return true;
  const onlyH1 = weight.h1 > 0 && weight.h1 === weights.page.h1;
  if (onlyH1) return false;
  if (tagName === 'aside' || tagName === 'search') return true;
  if (tagName === 'header' || tagName === 'footer')
    return !inside.main && weights.page.text > weight.text;
  if (namesFurniture(element) && (linkShare(weight) > 0.25 || weight.text < shortText)) return true;
  return isLinkList(element, weight, weights, inside.main);
}

/** However large: what stands beside the one article of a page is not that article. */
function isBesideArticle(element: PageElement, weight: Weight): boolean {
  if (element.tagName === 'aside' || roleOf(element) === 'complementary') return true;
  return mayBeList(element) && weight.links >= 4 && linkShare(weight) >= 0.8;
}

const leastElsewhere = 1500;

/** A page that is nothing but lists of other pages keeps them. */
function isTeaserList(element: PageElement, weight: Weight, { page }: PageWeights): boolean {
  return listsTeasers(element, weight) && plainText(page) - page.teasers >= leastElsewhere;
}

function linkShare({ text, linkText }: Weight): number {
  return text === 0 ? 0 : linkText / text;
}

function namesFurniture(element: PageElement): boolean {
  const names = `${attribute(element, 'class')} ${attribute(element, 'id')}`.slice(0, 500);
  if (names.length < 3) return false;
  return names
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => nameWords.has(word));
}

/** Many short links and next to nothing between them; inside the text itself such a list is part of it. */
function isLinkList(
  element: PageElement,
  weight: Weight,
  { page, main }: PageWeights,
  inMain: boolean,
): boolean {
  if (!mayBeList(element) || weight.links < 4 || linkShare(weight) < 0.8) return false;
  if (inMain || weight.linkText / weight.links > 35) return false;
  return main !== undefined || weight.text < largestShare * page.text;
}
