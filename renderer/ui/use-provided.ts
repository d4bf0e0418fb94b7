import { use, type Context } from 'react';

/** What `provider` gives to the screens below it; a screen that stands elsewhere is a mistake of ours and throws. */
export function useProvided<T>(context: Context<T | undefined>, provider: string): T {
  const provided = use(context);
  if (provided === undefined) throw new Error(`a screen stands outside ${provider}`);
  return provided;
}
