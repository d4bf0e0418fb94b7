import { useRef, useState } from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import type { RestoreProgress } from '../../shared/ipc.ts';
import { useBridge } from '../app/bridge-context.ts';
import { Problem } from '../lock/Problem.tsx';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';

/** Where there is no locker yet: brings one back from a backup. Main asks for its folder and copies; then the page starts anew. */
export function RestoreButton() {
  const bridge = useBridge();
  const [progress, setProgress] = useState<RestoreProgress>();
  const [error, setError] = useState<ErrorCode>();
  const stopped = useRef(false);
  const isStopped = () => stopped.current;

  const restore = async () => {
    stopped.current = false;
    setError(undefined);
    let answer = await bridge.ask('restore:begin', null);
    do {
      if (!answer.ok || isStopped()) break;
      setProgress(answer.value);
      answer = await bridge.ask('restore:step', null);
    } while (answer.ok && answer.value.done < answer.value.total);
    setProgress(undefined);
    // Whoever stops during the last step is too late: the locker is in its place, and a page that offers to create one would be wrong.
    const isRestored = answer.ok && answer.value.done === answer.value.total;
    if (isRestored) {
      await bridge.ask('window:lock', null);
      return;
    }
    await bridge.ask('restore:discard', null);
    if (!answer.ok && answer.error !== 'cancelled') setError(answer.error);
  };

  return (
    <div aria-live="polite">
      {error !== undefined && <Problem error={error} />}
      {progress === undefined ? (
        <Button variant="quiet" onClick={() => void restore()}>
          Restore from a backup…
        </Button>
      ) : (
        <>
          <p>
            Copying {progress.done.toLocaleString()} of {progress.total.toLocaleString()}
          </p>
          <ProgressBar label="Restoring" {...progress} />
          <Button
            variant="quiet"
            onClick={() => {
              stopped.current = true;
            }}
          >
            Stop
          </Button>
        </>
      )}
    </div>
  );
}
