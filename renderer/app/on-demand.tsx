import { use, useState, type ComponentType } from 'react';

interface OnDemand<Props> {
  readonly Part: ComponentType<Props>;
  /** Fetches its code; once for all who ask. Rejects where the code cannot be had, and may be asked again. */
  readonly fetch: () => Promise<unknown>;
}

/**
 * A part of the program whose code is fetched when it is first shown, or ahead of that. Not React's `lazy`: that one is
 * shown empty first even where its code is long there, and what was shown empty React holds back for 300 ms.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): OnDemand<Props> {
  let loaded: ComponentType<Props> | undefined;
  let loading: Promise<ComponentType<Props>> | undefined;
  const fetch = (): Promise<ComponentType<Props>> => {
    loading ??= load().then(
      (part) => (loaded = part),
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
  function Waiting(props: Props) {
    const Shown = use(fetch());
    return <Shown {...props} />;
  }
  function Part(props: Props) {
    // What an instance began as it stays: another would be made anew, without what it knew.
    const [Shown] = useState(() => loaded ?? Waiting);
    return <Shown {...props} />;
  }
  return { Part, fetch };
}
