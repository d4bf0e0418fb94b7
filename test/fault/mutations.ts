// What somebody, or a failing disk, can do to the stored files of a locker: one mutation each, and which names it touched.
import { createHash } from 'node:crypto';
import type { Bytes } from '../../shared/bytes.ts';
import { concat } from '../../shared/bytes.ts';
import { cutFrames } from '../../shared/journal/frame.ts';
import { slotName, type FolderName } from '../../shared/locker/folder.ts';
import type { Random } from './random.ts';
import type { Snapshot, Stored } from './snapshot.ts';

export interface Mutation {
  readonly kind: MutationKind;
  readonly files: Stored;
  /** Every file whose bytes are not what they were, or which is gone or new. */
  readonly touched: readonly FolderName[];
  /** Set for one flipped bit: where in the file. */
  readonly flippedAt?: number;
  /** How it was made, for a person to read. */
  readonly how: string;
}

type MutationKind =
  | 'flip'
  | 'overwrite'
  | 'truncate'
  | 'extend'
  | 'swap'
  | 'duplicate'
  | 'rename'
  | 'forge'
  | 'delete'
  | 'replay'
  | 'frames'
  | 'set-back';

/** Flips are what a disk does; the others what a person does. */
const kinds: readonly MutationKind[] = [
  ...(['flip', 'flip', 'flip', 'flip', 'overwrite', 'truncate', 'extend', 'swap'] as const),
  ...([
    'duplicate',
    'delete',
    'rename',
    'replay',
    'frames',
    'frames',
    'set-back',
    'forge',
  ] as const),
];

/** Bytes of the header of a segment. */
export const headerBytes = 66;

/** A mutation that changes something; undefined where the dice made one that does not. */
export function mutate(snapshot: Snapshot, random: Random): Mutation | undefined {
  const kind = random.pick(kinds);
  const files = new Map(snapshot.files);
  const name = pickFile(snapshot.files, random);
  const bytes = bytesOf(files, name);
  const one = (changed: Bytes, how: string): Mutation => {
    files.set(name, changed);
    return { kind, files, touched: [name], how };
  };
  switch (kind) {
    case 'flip': {
      const at = pickOffset(bytes.length, random);
      const changed = bytes.slice();
      changed[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      return { ...one(changed, `bit of byte ${String(at)} of ${name}`), flippedAt: at };
    }
    case 'overwrite': {
      const at = pickOffset(bytes.length, random);
      const changed = bytes.slice();
      const length = Math.min(random.between(1, 64), bytes.length - at);
      changed.set(random.oneIn(2) ? new Uint8Array(length) : random.bytes(length), at);
      return same(changed, bytes)
        ? undefined
        : one(changed, `${String(length)} from ${String(at)} of ${name}`);
    }
    case 'truncate': {
      const end = random.oneIn(5)
        ? 0
        : random.oneIn(4)
          ? random.pick(frameEnds(name, bytes))
          : random.below(bytes.length);
      return end === bytes.length
        ? undefined
        : one(bytes.slice(0, end), `${name} cut at ${String(end)}`);
    }
    case 'extend': {
      const length = random.pick([1, 7, 8, 40, 4_096]);
      const more = random.oneIn(3) ? new Uint8Array(length) : random.bytes(length);
      return one(concat(bytes, more), `${name} longer by ${String(length)}`);
    }
    case 'swap': {
      const other = pickFile(files, random);
      if (same(bytes, bytesOf(files, other))) return undefined;
      files.set(name, bytesOf(files, other)).set(other, bytes);
      return { kind, files, touched: [name, other], how: `${name} and ${other}` };
    }
    case 'duplicate': {
      const copy = renamed(name, random);
      files.set(copy, bytes);
      return { kind, files, touched: [copy], how: `${name} as ${copy}` };
    }
    case 'rename': {
      const other = renamed(name, random);
      files.set(other, bytes).delete(name);
      return { kind, files, touched: [name, other], how: `${name} to ${other}` };
    }
    case 'forge': {
      // As who knows the format would: a slot's name is the hash of its bytes.
      if (!name.startsWith(slotName(''))) return undefined;
      const text = Buffer.from(bytes).toString('latin1');
      const digit = random.pick(Array.from(text.matchAll(/[0-9a-f](?=[0-9a-f]{8})/g)));
      const changed = bytes.slice();
      changed[digit.index] = digit[0] === '0' ? 0x31 : 0x30;
      const id = createHash('sha256').update(changed).digest('hex').slice(0, 32);
      const other = slotName(id);
      files.set(other, changed).delete(name);
      return { kind, files, touched: [name, other], how: `${name} as ${other}` };
    }
    case 'delete':
      files.delete(name);
      return { kind, files, touched: [name], how: name };
    case 'replay':
      return replay(snapshot, files, random);
    case 'frames':
      return editFrames(snapshot, files, random);
    case 'set-back':
      return setBack(snapshot, files, random);
  }
}

/** One file as it once was: a shorter segment, or one that was deleted since. */
function replay(
  { earlier }: Snapshot,
  files: Map<FolderName, Bytes>,
  random: Random,
): Mutation | undefined {
  const old = random.pick(earlier);
  const differing = Array.from(old.keys()).filter((name) => !same(old.get(name), files.get(name)));
  if (differing.length === 0) return undefined;
  const name = random.pick(differing);
  files.set(name, bytesOf(old, name));
  return { kind: 'replay', files, touched: [name], how: `an older ${name}` };
}

/** Some or all of what differs from an older state, set back to it. */
function setBack(
  { earlier }: Snapshot,
  files: Map<FolderName, Bytes>,
  random: Random,
): Mutation | undefined {
  const old = random.pick(earlier);
  const names = new Set([...old.keys(), ...files.keys()]);
  const differing = Array.from(names).filter((name) => !same(old.get(name), files.get(name)));
  if (differing.length === 0) return undefined;
  const some = random.shuffled(differing).slice(0, random.between(1, differing.length));
  for (const name of some) {
    const bytes = old.get(name);
    if (bytes === undefined) files.delete(name);
    else files.set(name, bytes);
  }
  const whole = some.length === differing.length;
  return { kind: 'set-back', files, touched: some, how: whole ? 'everything' : some.join(' ') };
}

/** Frames removed, repeated, moved, or brought in from another run. */
function editFrames(
  { runs }: Snapshot,
  files: Map<FolderName, Bytes>,
  random: Random,
): Mutation | undefined {
  const { segment } = random.pick(runs);
  const bytes = bytesOf(files, segment);
  const frames = cutFrames(bytes, headerBytes).frames.map((frame) => frame.bytes);
  const at = random.below(frames.length);
  const frame = frames[at] ?? new Uint8Array();
  const how = random.pick(['removed', 'repeated', 'moved', 'brought in'] as const);
  if (how === 'repeated') frames.splice(random.below(frames.length + 1), 0, frame);
  else if (how === 'brought in') {
    const other = random.pick(runs).segment;
    const theirs = cutFrames(bytesOf(files, other), headerBytes).frames;
    frames.splice(random.below(frames.length + 1), 0, random.pick(theirs).bytes);
  } else {
    frames.splice(at, 1);
    if (how === 'moved') frames.splice(random.below(frames.length + 1), 0, frame);
  }
  const changed = concat(bytes.subarray(0, headerBytes), ...frames);
  if (same(changed, bytes)) return undefined;
  files.set(segment, changed);
  return {
    kind: 'frames',
    files,
    touched: [segment],
    how: `frame ${String(at)} of ${segment} ${how}`,
  };
}

/** Every kind of file is as likely as any other: there are few slots and many files. */
function pickFile(files: Stored, random: Random): FolderName {
  const byKind = Map.groupBy(files.keys(), (name) => name.slice(0, name.indexOf('/')));
  return random.pick(random.pick(Array.from(byKind.values())));
}

/** Anywhere, and more often near the ends, where lengths, salts and tags are. */
function pickOffset(length: number, random: Random): number {
  const near = Math.min(length, 120);
  const from = random.below(4);
  if (from === 0) return random.below(near);
  return from === 1 ? length - 1 - random.below(near) : random.below(length);
}

function frameEnds(name: FolderName, bytes: Bytes): readonly number[] {
  if (!name.startsWith('journal/')) return [bytes.length >> 1];
  return [0, headerBytes, ...cutFrames(bytes, headerBytes).frames.map(({ to }) => to)];
}

function renamed(name: FolderName, random: Random): FolderName {
  const id = Array.from(random.bytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return name.replace(/[0-9a-f]{32}(?=(\.seg|\.2)?$)/, id) as FolderName;
}

export function bytesOf(files: Stored, name: FolderName): Bytes {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Error(`${name} is not there`);
  return bytes;
}

function same(a: Bytes | undefined, b: Bytes | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
