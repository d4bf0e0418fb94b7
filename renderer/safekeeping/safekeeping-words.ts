import { clockTime } from '../app/clock-time.ts';
import type {
  BackupView,
  BroughtView,
  CheckView,
  SafekeepingAct,
  SafekeepingView,
} from '../vault/calls/safekeeping.ts';

export function stageWords({ act, stage, done, total }: SafekeepingAct): string {
  const of = total > 0 ? `, ${done.toLocaleString()} of ${total.toLocaleString()}` : '';
  if (stage === 'copying') return `Copying${of}`;
  if (stage === 'verifying') return `Opening and comparing every file${of}`;
  if (act === 'copy') return 'Reading what there is to copy';
  return act === 'check' ? 'Reading the record of every session' : 'Looking for what is new';
}

export function checkWords({ at, sources, files, frames, findings }: CheckView): string {
  const read = `${counted(sources, 'source')} (${counted(files, 'sealed file')}) and ${counted(frames, 'saved step')}`;
  const bad = findings.filter(({ kind }) => kind === 'damaged' || kind === 'missing').length;
  return bad === 0
    ? `Check of ${clockTime(at)}: ${read}, all whole.`
    : `Check of ${clockTime(at)}: ${read} were read. ${bad === 1 ? 'One thing is' : `${bad.toLocaleString()} things are`} not whole; the rest can be used.`;
}

/** What is known without a check that somebody asked for. */
export function idleWords(
  { done, total }: SafekeepingView['idle'],
  harmed: SafekeepingView['harmed'],
): string {
  if (harmed > 0) {
    return `${counted(harmed, 'source')} ${harmed === 1 ? 'is' : 'are'} damaged or missing. Check everything to see which.`;
  }
  if (total === 0) return 'There is nothing to check yet.';
  return done === 0
    ? 'While you pause, the program looks at one file after the other by itself.'
    : `Looked at by itself while you paused: ${done.toLocaleString()} of ${counted(total, 'sealed file')}, none damaged.`;
}

export function backupWords({ at, sources, copied, isVerified, lackingActs }: BackupView): string {
  const news = copied === 0 ? 'nothing was new' : `${counted(copied, 'file')} copied`;
  if (isVerified) {
    return `Backup of ${clockTime(at)}: ${counted(sources, 'source')}, all verified; ${news}.`;
  }
  const acts =
    lackingActs > 0 ? ` ${counted(lackingActs, 'saved act')} could not be found in it.` : '';
  return `The backup of ${clockTime(at)} was written, but not all of it is whole, so it does not count as verified.${acts}`;
}

export function copyWords({ sources, isVerified, lackingActs }: BackupView): string {
  if (isVerified) {
    return `Copied: ${counted(sources, 'source')}, all verified. It opens with the same passphrases, from the lock screen by “Open another locker…”.`;
  }
  const acts =
    lackingActs > 0 ? ` ${counted(lackingActs, 'saved act')} could not be found in it.` : '';
  return `The copy was written, but not all of it is whole.${acts}`;
}

export function broughtWords({ brought, check }: BroughtView): string {
  const left = check.findings.filter(
    ({ kind }) => kind !== 'stray' && kind !== 'torn' && kind !== 'unclosed',
  ).length;
  if (brought === 0) {
    return left === 0
      ? 'Nothing is damaged or missing here, so nothing was brought back.'
      : 'The backup holds nothing whole of what is damaged or missing here.';
  }
  const rest =
    left === 0
      ? 'Everything is whole now.'
      : `${counted(left, 'thing')} could not be mended from it.`;
  return `${counted(brought, 'file')} brought back. ${rest} Lock and unlock once, so that all of it is read.`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString()} ${noun}${count === 1 ? '' : 's'}`;
}
