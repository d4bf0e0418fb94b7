import { useState } from 'react';
import { clockTime, dateAndTime } from '../app/clock-time.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { OpenReport } from '../vault/contract.ts';
import styles from './OpenReportNotice.module.css';

/** What the person should know after unlocking. Nothing in the normal case; alarms stay until they are put away. */
export function OpenReportNotice({ report }: { readonly report: OpenReport }) {
  const [putAway, setPutAway] = useState(false);
  const sentences = describeReport(report, new Date());
  const alarming = report.alarms.length > 0;
  if (putAway || sentences.length === 0) return null;
  return (
    <div
      className={alarming ? styles['alarm'] : styles['notice']}
      role={alarming ? 'alert' : 'status'}
    >
      <Icon name={alarming ? 'warning' : 'note'} />
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Button
        variant="quiet"
        onClick={() => {
          setPutAway(true);
        }}
      >
        {alarming ? 'I have read this' : 'Put away'}
      </Button>
    </div>
  );
}

/** Worst first. */
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
