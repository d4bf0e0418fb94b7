import type { Tag } from '../../shared/evidence/tag.ts';

export interface TagSuggestions {
  /** Best first. */
  readonly tags: readonly Tag[];
  /** The name a new tag would get; empty when it is blank or a tag of that name exists. */
  readonly create: string;
}

const most = 8;

/** Tags for what was typed: names that begin with it, then names with a word that does, then names that hold it. */
export function suggestTags(tags: readonly Tag[], typed: string): TagSuggestions {
  const name = typed.trim().replace(/\s+/g, ' ');
  const wanted = fold(name);
  const ranked = tags
    .map((tag) => ({ tag, rank: rankOf(fold(tag.name), wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank || a.tag.name.localeCompare(b.tag.name));
  const exists = tags.some((tag) => fold(tag.name) === wanted);
  return { tags: ranked.slice(0, most).map(({ tag }) => tag), create: exists ? '' : name };
}

function rankOf(name: string, wanted: string): number {
  if (name.startsWith(wanted)) return 0;
  if (name.split(/[\s/–-]+/).some((word) => word.startsWith(wanted))) return 1;
  return name.includes(wanted) ? 2 : 3;
}

function fold(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
