// What of a network namespace counts: packets that left by a wire, and sockets that are not the test driver's own on the
// loopback. Linux only.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { processesOf } from './desk.ts';

/** The namespace's ways out: wires whose other ends nobody listens at. Packets that leave are counted there. */
export const wires = { ip4: 'out4', ip6: 'out6' } as const;

/** Packets sent on any interface but the loopback, until now. */
export function packetsSent(): number {
  const lines = readFileSync('/proc/net/dev', 'utf8').split('\n');
  return sum(
    lines.flatMap((line) => {
      const [, name, counts] = /^\s*([^:\s]+):\s*(.*)$/.exec(line) ?? [];
      return name === undefined || name === 'lo' ? [] : [Number(counts?.split(/\s+/)[9])];
    }),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

export interface Socket {
  readonly kind: string;
  readonly local: number;
  readonly localAddress: string;
  readonly remote: number;
  readonly remoteAddress: string;
  readonly inode: string;
  readonly listens: boolean;
}

const tables = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6', 'udplite', 'udplite6'];
const listening = '0A';

export function parseSockets(kind: string, table: string): readonly Socket[] {
  return table
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [, local, remote, state, , , , , , inode] = line.trim().split(/\s+/);
      if (local === undefined || remote === undefined || inode === undefined) return [];
      const [localAddress = '', localPort = ''] = local.split(':');
      const [remoteAddress = '', remotePort = ''] = remote.split(':');
      return [
        {
          kind,
          local: parseInt(localPort, 16),
          localAddress,
          remote: parseInt(remotePort, 16),
          remoteAddress,
          inode,
          listens: state === listening && kind.startsWith('tcp'),
        },
      ];
    });
}

/** As the system writes them. */
const loopback: ReadonlySet<string> = new Set(['0100007F', '00000000000000000000000001000000']);

/** Ports of the loopback that are listened at: the program itself listens nowhere, test drivers do. */
export function driversPorts(sockets: readonly Socket[]): readonly number[] {
  return sockets
    .filter(({ listens, localAddress }) => listens && loopback.has(localAddress))
    .map(({ local }) => local);
}

/**
 * Chromium asks whether this machine has a way for IPv6 by connecting a UDP socket to 2001:4860:4860::8888 and closing it.
 * Connecting sends nothing: `packetsSent` would count it.
 */
const probe = 'udp6 60480120000060480000000088880000:53';

/**
 * Those of the program's own processes that are not ends of the driver's: the ports its debugger and Chromium's DevTools
 * listen at, which only tests open.
 */
export function foreignSockets(
  sockets: readonly Socket[],
  own: ReadonlySet<string>,
  drivers: ReadonlySet<number>,
): readonly string[] {
  return sockets
    .filter(({ inode }) => own.has(inode))
    .filter(({ local, remote }) => !drivers.has(local) && !drivers.has(remote))
    .filter(({ kind, remote, remoteAddress }) => `${kind} ${remoteAddress}:${remote}` !== probe)
    .map(
      ({ kind, local, remote, remoteAddress }) =>
        `${kind} ${String(local)} to ${remoteAddress}:${String(remote)}`,
    );
}

/** All sockets of this namespace's families, as they are now. */
export function readSockets(): readonly Socket[] {
  return tables.flatMap((kind) => {
    try {
      return parseSockets(kind, readFileSync(`/proc/net/${kind}`, 'utf8'));
    } catch {
      return []; // a kernel without that family
    }
  });
}

/** Inodes of the sockets that the program's processes hold. */
export function socketsHeldBy(main: number): ReadonlySet<string> {
  const inodes = processesOf(main).flatMap(({ pid }) => {
    const folder = `/proc/${String(pid)}/fd`;
    return listOr(folder).flatMap(
      (fd) => /^socket:\[(\d+)\]$/.exec(linkOr(`${folder}/${fd}`))?.[1] ?? [],
    );
  });
  return new Set(inodes);
}

function listOr(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function linkOr(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
