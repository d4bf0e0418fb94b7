import { clockTime, dateAndTime } from '../app/clock-time.ts';
import type { OpenReport } from '../vault/calls/opening.ts';

/** What unlocking found, in sentences, worst first; none in the normal case. */
export function describeReport(report: OpenReport, now: Date): readonly string[] {
  const sentences = [...report.alarms];
  const [unclosed, ...more] = [...report.unclosed].sort((a, b) => b.lastAt - a.lastAt);
  if (unclosed !== undefined) {
    const session =
      more.length === 0 ? 'The last session' : `${more.length + 1} sessions, the last one`;
    const until = momentWords(unclosed.lastAt, now);
    sentences.push(`${session} ended without closing; everything up to ${until} is here.`);
  }
  if (report.notArrived > 0) {
    const [items, have] = report.notArrived === 1 ? ['item', 'has'] : ['items', 'have'];
    sentences.push(
      `${report.notArrived} ${items} from other devices ${have} not arrived yet. If the folder is being synchronised, wait for it.`,
    );
  }
  if (report.rebuilt) {
    sentences.push('This computer’s working copy was rebuilt from the locker. Nothing was lost.');
  }
  return sentences;
}

function momentWords(at: number, now: Date): string {
  const sameDay = new Date(at).toDateString() === now.toDateString();
  return sameDay ? clockTime(at) : dateAndTime(at);
}
