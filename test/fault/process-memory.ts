// What lies in the memory of a process that runs, through the system's own window into it. Linux only, and only for
// processes one may look into.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Hit, Scanner } from './scanner.ts';

const pageBytes = 4096;
const chunkBytes = 4 * 2 ** 20;
/** More than the longest pattern: one that lies across two chunks is whole in one of them. */
const overlapBytes = 4096;
const entryBytes = 8;
/** Present, or swapped out. */
const inUse = 0xc0;

/** Undefined where the system does not let us look. */
export function scanMemory(pid: number, scanner: Scanner): readonly Hit[] | undefined {
  let memory: number | undefined;
  let pages: number | undefined;
  try {
    const maps = readFileSync(`/proc/${String(pid)}/maps`, 'utf8');
    memory = openSync(`/proc/${String(pid)}/mem`, 'r');
    pages = openSync(`/proc/${String(pid)}/pagemap`, 'r');
    const found = new Map<string, Hit>();
    for (const [from, to] of writableRegions(maps)) {
      for (let at = from; at < to; at += chunkBytes) {
        const end = Math.min(to, at + chunkBytes + overlapBytes);
        for (const [start, stop] of runsInUse(pages, at, end)) {
          for (const hit of scanner.scanFlat(readFrom(memory, start, stop - start))) {
            found.set(`${hit.what} ${hit.form}`, hit);
          }
        }
      }
    }
    return [...found.values()];
  } catch {
    return undefined;
  } finally {
    if (memory !== undefined) closeSync(memory);
    if (pages !== undefined) closeSync(pages);
  }
}

/** What a process wrote itself: its heaps, stacks, and memory it shares; not the program's own file. */
function* writableRegions(maps: string): Generator<readonly [number, number]> {
  for (const line of maps.split('\n')) {
    const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
    if (from !== undefined && to !== undefined) yield [parseInt(from, 16), parseInt(to, 16)];
  }
}

/** Runs of pages that hold something: browsers reserve terabytes and use little of them. */
function* runsInUse(
  pagemap: number,
  from: number,
  to: number,
): Generator<readonly [number, number]> {
  const first = Math.floor(from / pageBytes);
  const entries = Buffer.alloc((Math.ceil(to / pageBytes) - first) * entryBytes);
  const read = readSync(pagemap, entries, 0, entries.length, first * entryBytes) / entryBytes;
  let start: number | undefined;
  for (let page = 0; page <= read; page++) {
    const isUsed =
      page < read && ((entries[page * entryBytes + entryBytes - 1] ?? 0) & inUse) !== 0;
    const at = (first + page) * pageBytes;
    if (isUsed) start ??= at;
    else if (start !== undefined) {
      yield [start, Math.min(at, to)];
      start = undefined;
    }
  }
}

function readFrom(memory: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  try {
    return bytes.subarray(0, readSync(memory, bytes, 0, length, at));
  } catch {
    return bytes.subarray(0, 0); // devices, and what was given back meanwhile
  }
}
