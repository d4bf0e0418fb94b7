// `packets`: the program works a day in a network namespace that has a way out, and nothing goes out.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import { wire } from './network-count.ts';
import type { CountedLife, LifeInNamespace } from './packets-life.ts';

export const packets: Campaign = {
  name: 'packets',
  promise: 'not one packet leaves, and no socket is opened to send one (P8)',
  shortN: 12,
  fullN: 200,
  needs: 'build',
  run: runPackets,
};

/**
 * A way out for IPv4 with a neighbour that is never asked for: what is sent is counted as it leaves, and nothing is sent
 * by the system itself. IPv6 is left without one; there a try is counted.
 */
const namespace = `set -e
ip link set lo up
ip link add ${wire} type veth peer name far0
for end in ${wire} far0; do
  if [ -e /proc/sys/net/ipv6/conf/$end ]; then echo 1 > /proc/sys/net/ipv6/conf/$end/disable_ipv6; fi
done
ip addr add 10.99.0.2/24 dev ${wire}
ip link set ${wire} up
ip link set far0 up
ip neigh add 10.99.0.1 lladdr 02:00:00:00:00:01 dev ${wire} nud permanent
ip route add default via 10.99.0.1
exec "$@"`;
/** What `unshare` is told before a command that is to run in there. */
export const namespaced = ['-rn', 'sh', '-c', namespace, 'sh'];

/** A step is a hostile file; all go through one life. */
async function runPackets({ scratch, n }: FaultContext): Promise<Tally> {
  const tally = newTally();
  if (spawnSync('unshare', [...namespaced, 'true'], { stdio: 'ignore' }).status !== 0) {
    tally.skipped = 'This machine lets nobody make a network namespace with a wire of its own.';
    return tally;
  }
  const desk = path.join(scratch, 'desk');
  mkdirSync(desk);
  judgeLife(await liveInNamespace({ scratch: desk, files: n }), tally);
  return tally;
}

export function judgeLife(life: CountedLife, tally: Tally): void {
  const { packets: sent, routeless, sockets, looks, requests, violations, files } = life;
  tally.n = files;
  Object.assign(tally.figures, {
    'packets sent': sent,
    'tries without a way': routeless,
    'looks at sockets': looks,
  });
  const fail = (what: string): void => void tally.failures.push({ step: 0, what });
  if (sent > 0) fail(`${String(sent)} packets left`);
  if (routeless > 0) fail(`${String(routeless)} tries to send where there is no way`);
  if (looks === 0) fail('nobody looked: this run proves nothing');
  for (const socket of sockets) fail(`a socket: ${socket}`);
  for (const url of requests) fail(`the page asked for ${url}`);
  if (violations > 0) fail(`the policy had to stop something ${String(violations)} times`);
}

async function liveInNamespace(life: LifeInNamespace): Promise<CountedLife> {
  const program = path.join(import.meta.dirname, 'packets-life.ts');
  const args = [...namespaced, process.execPath, program, JSON.stringify(life)];
  const child = spawn('unshare', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  const complained: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => said.push(data));
  child.stderr.on('data', (data: Buffer) => complained.push(data));
  await new Promise((resolve) => child.on('close', resolve));
  const last = Buffer.concat(said).toString().trim().split('\n').at(-1) ?? '';
  if (!last.startsWith('{'))
    throw new Error(`it ended badly: ${Buffer.concat(complained).toString().slice(-3_000)}`);
  return JSON.parse(last) as CountedLife;
}
