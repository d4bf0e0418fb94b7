// What the program may be told on its command line. A packaged program takes none of it: its folder is chosen in the
// open, and nothing that writes elsewhere can be slipped into a shortcut.
import path from 'node:path';

export interface LaunchOptions {
  /** Folder of the locker, as long as no other one was chosen. */
  readonly locker: string | undefined;
  /** Exports are saved here without a dialog. */
  readonly exports: string | undefined;
  /** Backups are made in and read from here without a dialog. */
  readonly backups: string | undefined;
  /** File that names the folder of another locker, read instead of a dialog. */
  readonly places: string | undefined;
  /** File that gets a line for every change that is on the disk. */
  readonly acks: string | undefined;
  readonly demo: boolean;
}

const nothing: LaunchOptions = {
  locker: undefined,
  exports: undefined,
  backups: undefined,
  places: undefined,
  acks: undefined,
  demo: false,
};

export function readLaunchOptions(args: readonly string[], packaged: boolean): LaunchOptions {
  if (packaged) return nothing;
  return {
    locker: readPath(args, 'locker'),
    exports: readPath(args, 'exports'),
    backups: readPath(args, 'backups'),
    places: readPath(args, 'places'),
    acks: readPath(args, 'acks'),
    demo: args.includes('--demo'),
  };
}

function readPath(args: readonly string[], name: string): string | undefined {
  const prefix = `--${name}=`;
  const value = args.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
  return value === undefined || value === '' ? undefined : path.resolve(value);
}
