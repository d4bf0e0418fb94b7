// Where a marked area is, as a fragment of its source: the page as RFC 8118 has it, the rectangle as Media Fragments do
// (https://www.w3.org/TR/media-frags/#naming-space), in the page's points or the picture's pixels.
import type { ReportArea } from './report-quote.ts';

export function areaPlace(area: ReportArea): string {
  return `page=${area.page + 1}&${rectangle(area)}`;
}

/** W3C selectors: the page, refined by the rectangle on it. */
export function areaSelector(area: ReportArea): object {
  return {
    type: 'FragmentSelector',
    conformsTo: 'http://tools.ietf.org/rfc/rfc8118',
    value: `page=${area.page + 1}`,
    refinedBy: {
      type: 'FragmentSelector',
      conformsTo: 'http://www.w3.org/TR/media-frags/',
      value: rectangle(area),
    },
  };
}

function rectangle({ x, y, width, height }: ReportArea): string {
  return `xywh=${[x, y, width, height].join(',')}`;
}
