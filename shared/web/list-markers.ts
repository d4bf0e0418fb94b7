import { romanNumeral } from '../text/roman-numeral.ts';
import { attribute, hasAttribute, type PageElement } from './page-tree.ts';

/** A list that is being read: the number its next item has. */
export interface PageList {
  readonly depth: number;
  readonly style: string;
  readonly step: 1 | -1;
  next: number;
}

const deepest = 100;

export function newList(element: PageElement, outer: PageList | undefined): PageList {
  const ordered = element.tagName === 'ol';
  const start = Number.parseInt(attribute(element, 'start'), 10);
  const reversed = hasAttribute(element, 'reversed');
  const items = element.childNodes.filter(({ nodeName }) => nodeName === 'li').length;
  return {
    depth: Math.min(deepest, (outer?.depth ?? 0) + 1),
    style: ordered ? attribute(element, 'type') || '1' : '',
    step: reversed ? -1 : 1,
    next: Number.isSafeInteger(start) ? start : reversed ? items : 1,
  };
}

/** Signs every font has. */
const bullets = ['•', '–', '·'];

export function itemMarker(element: PageElement, list: PageList): string {
  if (list.style === '') return bullets[Math.min(list.depth, bullets.length) - 1] ?? '·';
  const value = Number.parseInt(attribute(element, 'value'), 10);
  const number = Number.isSafeInteger(value) ? value : list.next;
  list.next = number + list.step;
  return `${written(number, list.style)}.`;
}

function written(number: number, style: string): string {
  switch (style) {
    case 'a':
      return letters(number);
    case 'A':
      return letters(number).toUpperCase();
    case 'i':
      return romanNumeral(number);
    case 'I':
      return romanNumeral(number).toUpperCase();
    default:
      return `${number}`;
  }
}

function letters(number: number): string {
  if (number < 1 || number > 1e6) return `${number}`;
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  }
  return text;
}
