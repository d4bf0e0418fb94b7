import { Notice } from '../ui/Notice.tsx';

/** Read aloud once, not every second. */
export function PaceNote({ seconds }: { readonly seconds: number }) {
  if (seconds === 0) return null;
  return (
    <Notice tone="warn" role="status">
      After several wrong tries the program waits.{' '}
      <span aria-live="off">
        Next try in {seconds} {seconds === 1 ? 'second' : 'seconds'}.
      </span>
    </Notice>
  );
}
