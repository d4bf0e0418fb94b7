// Processes a campaign started, and how they are killed. Linux and macOS.
import { execFileSync } from 'node:child_process';

/** Main's own children and theirs: the browser and its processes. */
export function processesBelow(parent: number): readonly number[] {
  const listed = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = listed
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const below = (of: number): readonly number[] =>
    pairs.flatMap(([pid = 0, ppid]) => (ppid === of ? [pid, ...below(pid)] : []));
  return below(parent);
}

export function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it had ended
  }
}
