// The one door from the page to main.
import type { Bridge, Calls, Channel, Notice, Request, Response } from '../../shared/ipc.ts';
import { parseNotice, parseReply } from '../../shared/ipc-shapes.ts';
import { fail, type Result } from '../../shared/result.ts';

declare global {
  interface Window {
    readonly locker: Bridge;
  }
}

/** Asks main and parses its answer. Never rejects: a call that could not be made is `internal`. */
export async function ask<C extends Channel>(
  channel: C,
  request: Request<C>,
): Promise<Result<Response<C>>> {
  const calls: Calls = window.locker;
  try {
    return parseReply(channel, await calls[channel](request));
  } catch {
    return fail('internal');
  }
}

/** Hears what main tells unasked. Call it once: the page ends before the listener does. */
export function onNotice(listener: (notice: Notice) => void): void {
  window.locker.onNotice((value) => {
    const notice = parseNotice(value);
    if (notice !== undefined) listener(notice);
  });
}
