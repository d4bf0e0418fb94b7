import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newTally } from '../../fault/campaign.ts';
import { driversPorts, foreignSockets, parseSockets } from '../../fault/network-count.ts';
import { judgeLife, judgeSuite, namespaced } from '../../fault/packets.ts';
import type { CountedLife } from '../../fault/packets-life.ts';
import type { CountedSuite } from '../../fault/packets-suite.ts';
import { SocketWatch } from '../../fault/socket-watch.ts';

const counter = path.resolve('test/fault/network-count.ts');
const isPossible = spawnSync('unshare', [...namespaced, 'true']).status === 0;

/** What is counted while a program does this in a namespace of its own. */
function countedWhile(act: string): unknown {
  const code = `import { packetsSent } from ${JSON.stringify(counter)};
    import { createSocket } from 'node:dgram';
    const before = packetsSent();
    const send = (kind, to) => new Promise((sent) => { const s = createSocket(kind); s.send('x', 53, to, () => { s.close(); sent(); }); });
    ${act};
    console.log(JSON.stringify(packetsSent() - before));`;
  const args = [...namespaced, process.execPath, '--input-type=module', '-e', code];
  return JSON.parse(spawnSync('unshare', args, { encoding: 'utf8' }).stdout);
}

test.runIf(isPossible).each([
  ['udp4', '192.0.2.1', '127.0.0.1'],
  ['udp6', '2001:db8::1', '::1'],
])(
  'a single packet that leaves by %s is counted, one on the loopback is not',
  (kind, far, near) => {
    expect(countedWhile(`await send('${kind}', '${far}')`)).toBe(1);
    expect(countedWhile(`await send('${kind}', '${near}')`)).toBe(0);
  },
);

test.runIf(isPossible)('a socket that is connected and sends nothing is no packet', () => {
  const connect = `await new Promise((done) => {
    const s = createSocket('udp6');
    s.connect(53, '2001:db8::1', () => { s.close(); done(); });
  })`;
  expect(countedWhile(connect)).toBe(0);
});

const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 11 1 0
   1: 0100007F:9C40 0100007F:1F90 01 00000000:00000000 00:00000000 00000000     0        0 12 1 0
   2: 0200630A:9C41 010200C0:01BB 02 00000000:00000000 00:00000000 00000000     0        0 13 1 0`;

test('a socket of the program is told from those of the driver and of others', () => {
  const sockets = parseSockets('tcp', table);
  const drivers = new Set([0x1f90]);
  expect(foreignSockets(sockets, new Set(['11', '12']), drivers)).toEqual([]);
  expect(foreignSockets(sockets, new Set(['11', '12', '13']), drivers)).toEqual([
    'tcp 40001 to 010200C0:443',
  ]);
});

test('a driver that is seen with its connection before its port is one all the same, a stranger is none', () => {
  const watch = new SocketWatch(process.pid);
  const sockets = parseSockets('tcp', table);
  const own = new Set(['11', '12', '13']);
  watch.take(
    sockets.filter(({ listens }) => !listens),
    own,
  );
  watch.take(sockets, own);
  expect(watch.end()).toEqual(['tcp 40001 to 010200C0:443']);
});

test('who listens on the loopback is a driver, who listens to the world is not', () => {
  const listening = table
    .replace('01 0100007F:9C40', '01 00000000:9C40')
    .replace('2: 0200630A:9C41 010200C0:01BB 02', '2: 00000000:9C41 00000000:0000 0A');
  const sockets = parseSockets('tcp', listening);
  expect(driversPorts(sockets)).toEqual([0x1f90]);
  expect(foreignSockets(sockets, new Set(['13']), new Set([0x1f90]))).toEqual([
    'tcp 40001 to 00000000:0',
  ]);
});

test('what Chromium connects to learn whether there is IPv6 is no socket of ours, the same by another way is', () => {
  const row = (port: string) => `  sl  local_address rem_address   st
   0: 000000000000000000000000000000FD:9C40 60480120000060480000000088880000:${port} 01 0:0 0:0 0 0 0 21 2 0`;
  const held = new Set(['21']);
  expect(foreignSockets(parseSockets('udp6', row('0035')), held, new Set())).toEqual([]);
  expect(foreignSockets(parseSockets('udp6', row('01BB')), held, new Set())).toHaveLength(1);
  expect(foreignSockets(parseSockets('tcp6', row('0035')), held, new Set())).toHaveLength(1);
});

const quiet: CountedLife = {
  packets: 0,
  sockets: [],
  looks: 9,
  requests: [],
  violations: 0,
  files: 3,
};

test.each<Partial<CountedLife>>([
  { packets: 1 },
  { sockets: ['udp 1 to 2'] },
  { looks: 0 },
  { requests: ['https://hostile.invalid/'] },
  { violations: 1 },
])('a life with %j fails the campaign, a quiet one does not', (planted) => {
  const [quietly, loudly] = [newTally(), newTally()];
  judgeLife(quiet, quietly);
  judgeLife({ ...quiet, ...planted }, loudly);
  expect(quietly.failures).toEqual([]);
  expect(loudly.failures).not.toEqual([]);
});

test.each<Partial<CountedSuite>>([
  { packets: 1 },
  { sockets: ['udp 1 to 2'] },
  { looks: 0 },
  { failed: ['locks'] },
  { passed: 0 },
])('a suite with %j fails the campaign, a quiet one does not', (planted) => {
  const suite: CountedSuite = { packets: 0, sockets: [], looks: 9, passed: 40, failed: [] };
  const [quietly, loudly] = [newTally(), newTally()];
  judgeSuite(suite, quietly);
  judgeSuite({ ...suite, ...planted }, loudly);
  expect(quietly.failures).toEqual([]);
  expect(loudly.failures).not.toEqual([]);
});
