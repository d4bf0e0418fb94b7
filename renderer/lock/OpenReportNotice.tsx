import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { OpenReport } from '../vault/calls/opening.ts';
import styles from './OpenReportNotice.module.css';
import { describeReport } from './report-words.ts';

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
