// Files of the real disk whose handles tell what is asked of them.
import type { FileHandle } from 'node:fs/promises';
import type * as Fs from 'node:fs/promises';

type Asked = 'open' | 'sync' | 'datasync' | 'close';

/** `open`, where `notice` is told of everything that is asked, before it is done; what it throws, that call rejects with. */
export function watchedOpen(
  open: typeof Fs.open,
  notice: (asked: Asked, file: string) => void,
): typeof Fs.open {
  return async (...how): Promise<FileHandle> => {
    const file = String(how[0]);
    const handle = await open(...how);
    notice('open', file);
    for (const method of ['sync', 'datasync', 'close'] as const) {
      const work = handle[method].bind(handle);
      handle[method] = async () => {
        notice(method, file);
        await work();
      };
    }
    return handle;
  };
}
