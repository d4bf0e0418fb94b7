// Which screen is shown, with a history like a browser's. Pure values; `useNavigation` holds one in React.
import { createContext } from 'react';
import type { MarkId, QuoteId, SourceId } from '../../shared/evidence/ids.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import { useProvided } from '../ui/use-provided.ts';

export type Place =
  | { readonly screen: 'library'; readonly source?: SourceId }
  | {
      readonly screen: 'reader';
      readonly source: SourceId;
      readonly mark?: MarkId;
      /** A place to point out, in UTF-16 offsets of the working text. */
      readonly at?: TextRange;
      /** Opened side by side with it, and the place to point out there. */
      readonly beside?: SourceId;
      readonly besideAt?: TextRange;
    }
  | { readonly screen: 'search'; readonly query: string }
  | { readonly screen: 'tags' }
  | { readonly screen: 'quotes' }
  | { readonly screen: 'report' }
  /** The editor of one quote. */
  | { readonly screen: 'quote'; readonly quote: QuoteId }
  | { readonly screen: 'keys' }
  | { readonly screen: 'activity' }
  | { readonly screen: 'safekeeping' }
  | { readonly screen: 'trash' }
  | { readonly screen: 'settings' };

export interface Trail {
  readonly back: readonly Place[];
  readonly here: Place;
  readonly forward: readonly Place[];
}

export function startTrail(here: Place): Trail {
  return { back: [], here, forward: [] };
}

/** Goes on to a place. Typing in the search box refines one search, so it replaces the place instead of adding steps. */
export function goTo({ back, here }: Trail, place: Place): Trail {
  const refines = place.screen === 'search' && here.screen === 'search';
  if (refines) return { back, here: place, forward: [] };
  return { back: [...back, here], here: place, forward: [] };
}

export function goBack({ back, here, forward }: Trail): Trail {
  const last = back.at(-1);
  if (last === undefined) return { back, here, forward };
  return { back: back.slice(0, -1), here: last, forward: [here, ...forward] };
}

export function goForward({ back, here, forward }: Trail): Trail {
  const [next, ...rest] = forward;
  if (next === undefined) return { back, here, forward };
  return { back: [...back, here], here: next, forward: rest };
}

export interface Navigation {
  readonly trail: Trail;
  readonly go: (place: Place) => void;
  readonly back: () => void;
  readonly forward: () => void;
}

export const NavigationContext = createContext<Navigation | undefined>(undefined);

export function useNavigation(): Navigation {
  return useProvided(NavigationContext, 'NavigationContext');
}
