import type { ErrorCode } from '../../shared/errors.ts';

const codes: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'not-there',
  EEXIST: 'already-there',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full', // FAT32 cannot hold a file over 4 GB
  EROFS: 'folder-read-only',
};
const refused = new Set(['EACCES', 'EPERM']);

/** What a failed file operation means for the person; `doing` tells a refusal to read from one to write. */
export function errorOf(error: unknown, doing: 'reading' | 'writing'): ErrorCode {
  const code = codeOf(error);
  if (refused.has(code)) return doing === 'writing' ? 'folder-read-only' : 'folder-unreadable';
  return codes[code] ?? 'folder-unreadable';
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}
