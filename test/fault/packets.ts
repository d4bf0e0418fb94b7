// `packets`: the program works a day in a network namespace that has a way out, and nothing goes out.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import { wires } from './network-count.ts';
import type { CountedLife, LifeInNamespace } from './packets-life.ts';
import type { CountedSuite } from './packets-suite.ts';

export const packets: Campaign = {
  name: 'packets',
  promise: 'not one packet leaves, and no socket is opened to send one (P8)',
  shortN: 12,
  fullN: 200,
  needs: 'build',
  run: runPackets,
};

/**
 * A way out for IPv4 and one for IPv6, with neighbours that are never asked for: what is sent is counted as it leaves, and
 * nothing is sent by the system itself. Chromium asks now and then whether there is a way for IPv6, by a UDP socket it
 * connects and sends nothing by; that is no packet, on a machine with IPv6 neither.
 */
const namespace = `set -e
ip link set lo up
way() {
  ip link add $1 type veth peer name $2
  echo 1 > /proc/sys/net/ipv6/conf/$2/disable_ipv6
}
way ${wires.ip4} far4
echo 1 > /proc/sys/net/ipv6/conf/${wires.ip4}/disable_ipv6
ip addr add 10.99.0.2/24 dev ${wires.ip4}
ip link set ${wires.ip4} up
ip link set far4 up
ip neigh add 10.99.0.1 lladdr 02:00:00:00:00:01 dev ${wires.ip4} nud permanent
ip route add default via 10.99.0.1
way ${wires.ip6} far6
ip link set ${wires.ip6} arp off multicast off
for silent in accept_ra router_solicitations; do echo 0 > /proc/sys/net/ipv6/conf/${wires.ip6}/$silent; done
echo 1 > /proc/sys/net/ipv6/conf/${wires.ip6}/addr_gen_mode
ip -6 addr add fd99::2/64 dev ${wires.ip6} nodad
ip link set ${wires.ip6} up
ip link set far6 up
ip -6 route add default dev ${wires.ip6}
exec "$@"`;
/** What `unshare` is told before a command that is to run in there. */
export const namespaced = ['-rn', 'sh', '-c', namespace, 'sh'];

/** From so many steps on, the whole end-to-end suite runs in there, too. */
const suiteFrom = 200;

/** A step is a hostile file; all go through one life. */
async function runPackets({ scratch, n }: FaultContext): Promise<Tally> {
  const tally = newTally();
  if (spawnSync('unshare', [...namespaced, 'true'], { stdio: 'ignore' }).status !== 0) {
    tally.skipped = 'This machine lets nobody make a network namespace with a wire of its own.';
    return tally;
  }
  const desk = path.join(scratch, 'desk');
  mkdirSync(desk);
  const life: LifeInNamespace = { scratch: desk, files: n };
  judgeLife((await runInNamespace('packets-life.ts', JSON.stringify(life))) as CountedLife, tally);
  if (n >= suiteFrom)
    judgeSuite((await runInNamespace('packets-suite.ts', scratch)) as CountedSuite, tally);
  return tally;
}

export function judgeLife(life: CountedLife, tally: Tally): void {
  tally.n = life.files;
  judgeCounts(life, 'a day', tally);
  const fail = (what: string): void => void tally.failures.push({ step: 0, what });
  for (const url of life.requests) fail(`the page asked for ${url}`);
  if (life.violations > 0)
    fail(`the policy had to stop something ${String(life.violations)} times`);
}

/** Tests that fail in there, a suite of none included, prove nothing about those that should have run. */
export function judgeSuite(suite: CountedSuite, tally: Tally): void {
  const { passed, failed } = suite;
  judgeCounts(suite, 'the suite', tally);
  tally.figures['end-to-end tests passed'] = passed;
  const fail = (what: string): void => void tally.failures.push({ step: 0, what });
  for (const title of failed) fail(`an end-to-end test failed: ${title}`);
  if (passed === 0) fail('no end-to-end test ran');
}

type Counts = Pick<CountedLife, 'packets' | 'sockets' | 'looks'>;

function judgeCounts(
  { packets: sent, sockets, looks }: Counts,
  during: string,
  tally: Tally,
): void {
  tally.figures[`packets sent during ${during}`] = sent;
  tally.figures[`looks at sockets during ${during}`] = looks;
  const fail = (what: string): void =>
    void tally.failures.push({ step: 0, what: `during ${during}: ${what}` });
  if (sent > 0) fail(`${String(sent)} packets left`);
  if (looks === 0) fail('nobody looked: this run proves nothing');
  for (const socket of sockets) fail(`a socket: ${socket}`);
}

/** Runs a program that prints one line of JSON last. */
async function runInNamespace(name: string, argument: string): Promise<unknown> {
  const program = path.join(import.meta.dirname, name);
  const args = [...namespaced, process.execPath, program, argument];
  const child = spawn('unshare', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  const complained: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => said.push(data));
  child.stderr.on('data', (data: Buffer) => complained.push(data));
  await new Promise((resolve) => child.on('close', resolve));
  const last = Buffer.concat(said).toString().trim().split('\n').at(-1) ?? '';
  if (!last.startsWith('{'))
    throw new Error(`${name} ended badly: ${Buffer.concat(complained).toString().slice(-3_000)}`);
  return JSON.parse(last);
}
