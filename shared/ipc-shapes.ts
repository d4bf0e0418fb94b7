// The shapes of every request and reply between the processes, checked on the side that receives.
import { errorCodes } from './errors.ts';
import { isId, type DeviceId } from './evidence/ids.ts';
import {
  backupPurposes,
  copyRules,
  lockReasons,
  mostPartBytes,
  mostWholeBytes,
  type AppInfo,
  type Channel,
  type KnownLocker,
  type LockersView,
  type Notice,
  type Request,
  type Response,
  type RestoreProgress,
} from './ipc.ts';
import { autoLockChoices } from './evidence/settings.ts';
import {
  parseFolderName,
  type AckLine,
  type FolderEntry,
  type FolderListing,
  type FolderName,
} from './locker/folder.ts';
import { fail, ok, type Result } from './result.ts';
import {
  bytes,
  hexText,
  integer,
  isBoolean,
  isNull,
  isObject,
  listOf,
  oneOf,
  record,
  text,
  type Shape,
} from './shape.ts';

const mostEntries = 1_000_000;
const mostMinutes = Math.max(...autoLockChoices);
const mostNameLength = 255;
const mostPathLength = 4096;
const mostRecent = 20;
const mostClipboardLength = 1_000_000;

const size = integer(0, Number.MAX_SAFE_INTEGER);
const part = bytes(mostPartBytes);
const whole = bytes(mostWholeBytes);
const named = { name: isFolderName };
const ack = record<AckLine>({ seq: size, kind: text(64) });
const entry = record<FolderEntry>({ name: isFolderName, sizeBytes: size });

const listing = record<FolderListing>({ entries: listOf(entry, mostEntries), foreign: size });
const restoreProgress = record<RestoreProgress>({ done: size, total: size });

const lockerId = hexText(32);
const knownLocker = record<KnownLocker>({
  id: lockerId,
  name: text(mostPathLength),
  folder: text(mostPathLength),
});

const requests: { readonly [C in Channel]: Shape<Request<C>> } = {
  'app:info': isNull,
  'device:read': isNull,
  'folder:list': isNull,
  'folder:read': record<Request<'folder:read'>>({
    ...named,
    offset: size,
    lengthBytes: integer(0, mostPartBytes),
  }),
  'folder:append': record<Request<'folder:append'>>({
    ...named,
    bytes: whole,
    acks: listOf(ack, 100_000),
  }),
  'folder:create': record<Request<'folder:create'>>({ ...named, bytes: whole }),
  'folder:replace': record<Request<'folder:replace'>>({ ...named, bytes: whole }),
  'folder:begin-file': record<Request<'folder:begin-file'>>(named),
  'folder:write-part': record<Request<'folder:write-part'>>({
    ...named,
    offset: size,
    bytes: part,
  }),
  'folder:commit-file': record<Request<'folder:commit-file'>>(named),
  'folder:discard-file': record<Request<'folder:discard-file'>>(named),
  'folder:retire': record<Request<'folder:retire'>>({ ...named, lockerId: hexText(32) }),
  'folder:remove': record<Request<'folder:remove'>>(named),
  'attempts:read': isNull,
  'attempts:write': record<Request<'attempts:write'>>({ failed: size }),
  'window:cover': record<Request<'window:cover'>>({ on: isBoolean }),
  'backup:choose': record<Request<'backup:choose'>>({ purpose: oneOf(...backupPurposes) }),
  'backup:list': isNull,
  'backup:read': record<Request<'backup:read'>>({
    ...named,
    offset: size,
    lengthBytes: integer(0, mostPartBytes),
  }),
  'backup:store': record<Request<'backup:store'>>({ ...named, rule: oneOf(...copyRules) }),
  'backup:fetch': record<Request<'backup:fetch'>>({ ...named, rule: oneOf(...copyRules) }),
  'backup:drop': record<Request<'backup:drop'>>(named),
  'backup:release': record<Request<'backup:release'>>({ whole: isBoolean }),
  'restore:begin': isNull,
  'restore:step': isNull,
  'restore:discard': isNull,
  'lockers:read': isNull,
  'lockers:choose': record<Request<'lockers:choose'>>({ purpose: oneOf('open', 'create') }),
  'lockers:open': record<Request<'lockers:open'>>({ id: lockerId }),
  'lockers:forget': record<Request<'lockers:forget'>>({ id: lockerId }),
  'lockers:keep-recent': record<Request<'lockers:keep-recent'>>({ on: isBoolean }),
  'window:lock': isNull,
  'settings:auto-lock': record<Request<'settings:auto-lock'>>({ minutes: integer(1, mostMinutes) }),
  'settings:quit-when-locking': record<Request<'settings:quit-when-locking'>>({ on: isBoolean }),
  'export:print': isNull,
  'export:begin': record<Request<'export:begin'>>({ name: text(mostNameLength) }),
  'export:write': record<Request<'export:write'>>({ file: text(mostNameLength), bytes: part }),
  'export:commit': isNull,
  'export:discard': isNull,
  'clipboard:write': record<Request<'clipboard:write'>>({ text: text(mostClipboardLength) }),
};

const responses: { readonly [C in Channel]: Shape<Response<C>> } = {
  'app:info': record<AppInfo>({
    version: text(64),
    platform: text(64),
    shell: oneOf('electron', 'stand-in'),
    acks: isBoolean,
    demo: isBoolean,
  }),
  'device:read': record<Response<'device:read'>>({ device: isDevice }),
  'folder:list': listing,
  'folder:read': part,
  'folder:append': isNull,
  'folder:create': isNull,
  'folder:replace': isNull,
  'folder:begin-file': isNull,
  'folder:write-part': isNull,
  'folder:commit-file': isNull,
  'folder:discard-file': isNull,
  'folder:retire': isNull,
  'folder:remove': isNull,
  'attempts:read': record<Response<'attempts:read'>>({ failed: size, agoMs: size }),
  'attempts:write': isNull,
  'window:cover': isNull,
  'backup:choose': isNull,
  'backup:list': listing,
  'backup:read': part,
  'backup:store': size,
  'backup:fetch': size,
  'backup:drop': isNull,
  'backup:release': isNull,
  'restore:begin': restoreProgress,
  'restore:step': restoreProgress,
  'restore:discard': isNull,
  'lockers:read': record<LockersView>({
    name: text(mostPathLength),
    isStandard: isBoolean,
    keepsRecent: isBoolean,
    recent: listOf(knownLocker, mostRecent),
  }),
  'lockers:choose': isNull,
  'lockers:open': isNull,
  'lockers:forget': isNull,
  'lockers:keep-recent': isNull,
  'window:lock': isNull,
  'settings:auto-lock': isNull,
  'settings:quit-when-locking': isNull,
  'export:print': bytes(Number.MAX_SAFE_INTEGER),
  'export:begin': isNull,
  'export:write': isNull,
  'export:commit': record<Response<'export:commit'>>({
    folder: text(mostNameLength),
    files: listOf(text(mostNameLength), 1_000),
  }),
  'export:discard': isNull,
  'clipboard:write': isNull,
};

const notice = record<Notice>({ kind: oneOf('lock-now'), reason: oneOf(...lockReasons) });
const errorCode = oneOf(...errorCodes);

export const channels = Object.keys(requests) as readonly Channel[];

export function parseRequest<C extends Channel>(channel: C, value: unknown): Result<Request<C>> {
  const shape: Shape<Request<C>> = requests[channel];
  return shape(value) ? ok(value) : fail('request-malformed');
}

/** Main answers every call with a `Result`. */
export function parseReply<C extends Channel>(channel: C, reply: unknown): Result<Response<C>> {
  if (!isObject(reply)) return fail('response-malformed');
  const { ok: succeeded, value, error } = reply;
  const shape: Shape<Response<C>> = responses[channel];
  if (succeeded === true && shape(value)) return ok(value);
  return succeeded === false && errorCode(error) ? fail(error) : fail('response-malformed');
}

export function parseNotice(value: unknown): Notice | undefined {
  return notice(value) ? value : undefined;
}

function isFolderName(value: unknown): value is FolderName {
  return parseFolderName(value) !== undefined;
}

function isDevice(value: unknown): value is DeviceId {
  return isId(value);
}
