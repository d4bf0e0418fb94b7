// Quotes in the groups a report shows them in.
import { displayTitle } from '../evidence/source.ts';
import type { Quotable } from '../quote/quotable.ts';

export type GroupBy = 'tag' | 'source';

const untagged = 'Without a tag';

interface QuotedGroup {
  /** Two sources may have one title, two tags never one id. */
  readonly key: string;
  readonly heading: string;
  readonly quoted: readonly Quotable[];
}

/** Groups by tag name, those without a tag last; or by source, in the order given. */
export function groupQuoted(quoted: readonly Quotable[], groupBy: GroupBy): readonly QuotedGroup[] {
  const groups = new Map<string, { key: string; heading: string; quoted: Quotable[] }>();
  const put = (key: string, heading: string, one: Quotable): void => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { key, heading, quoted: [one] });
    else group.quoted.push(one);
  };
  for (const one of quoted) {
    if (groupBy === 'source') put(one.source.id, displayTitle(one.source), one);
    else if (one.tags.length === 0) put('', untagged, one);
    else for (const tag of one.tags) put(tag.id, tag.name, one);
  }
  if (groupBy === 'source') return [...groups.values()];
  return [...groups.values()].sort(byTagName);
}

function byTagName(a: QuotedGroup, b: QuotedGroup): number {
  if (a.key === '' || b.key === '') return a.key === '' ? 1 : -1;
  return compareText(a.heading.toLowerCase(), b.heading.toLowerCase()) || compareText(a.key, b.key);
}

// By code unit and not by locale: the same marks must give the same bytes on every machine.
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
