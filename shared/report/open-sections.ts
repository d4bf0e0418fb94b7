// Which sections a place of the report stands in.
import { isSourceGroup, sectionKind, type Heading, type SectionKind } from './headings.ts';

export interface OpenSections {
  readonly enter: (heading: Heading) => void;
  readonly kind: () => SectionKind;
  /** Titles from the outermost to the innermost: "1. Legal framework / a) Trafficking law". */
  readonly path: () => string;
}

interface Open extends Heading {
  readonly kind: SectionKind;
}

const numbered = /^(?:\d|(?:question|section|chapter|part)\s+\d)/i;
const lettered = /^\(?(?:[a-z]|[ivx]{1,4})[.)]\s/i;

export function openSections(): OpenSections {
  let open: Open[] = [];
  const current = () => open.at(-1)?.kind ?? 'findings';
  return {
    enter(heading) {
      const { title, rank } = heading;
      const inList = current() === 'source-list' && isSourceGroup(title);
      let outer = open.filter((section) => section.rank < rank);
      const own = sectionKind(title);
      // "1. Legal framework" is no part of "Research timeframe", however deep its heading is.
      if (numbered.test(title))
        outer = outer.filter(
          (section) => section.kind === 'findings' || numbered.test(section.title),
        );
      const parent = outer.at(-1);
      const inherits =
        own === 'findings' &&
        (lettered.test(title) || !numbered.test(title) || parent !== undefined);
      const inherited = inherits ? (parent?.kind ?? own) : own;
      const kind = inList && own === 'findings' ? 'source-list' : inherited;
      open = [...outer, { ...heading, kind }];
    },
    kind: current,
    path: () => open.map(({ title }) => title).join(' / '),
  };
}
