import { dateAndTime } from '../app/clock-time.ts';
import type { JournalHealth } from '../vault/activity.ts';
import { Notice } from '../ui/Notice.tsx';
import { breakWords } from './activity-words.ts';

/** Whether the record is whole; where it is not, the first break, what it means and what still holds. */
export function ChainNotice({ health }: { readonly health: JournalHealth }) {
  const { firstBreak, damaged, acts, notArrived } = health;
  const waiting =
    notArrived === 0 ? '' : ` ${notArrived.toLocaleString()} parts have not arrived yet.`;
  if (firstBreak === null) {
    return (
      <Notice tone="good" size="s">
        The chain was checked when the locker was opened: every act follows from the one before it.
        {waiting}
      </Notice>
    );
  }
  const { why, beganAt, soundUntil } = firstBreak;
  const where = beganAt === 0 ? '' : `, in the session that began on ${dateAndTime(beganAt)}`;
  return (
    <Notice tone="bad" role="alert">
      <p>
        <b>
          The chain is broken: {breakWords[why]}
          {where}.
        </b>
      </p>
      <p>
        Somebody changed the locker’s files, or the disk or a copy is faulty.{' '}
        {soundUntil > 0 && `In that session everything up to ${dateAndTime(soundUntil)} holds. `}
        The {acts.toLocaleString()} acts listed here could all be opened with this locker’s keys, so
        nobody without them made them up; other acts may be missing.
        {damaged > 1 && ` ${damaged.toLocaleString()} places are damaged or missing in all.`}
        {waiting} Keep this folder as it is and compare it with another copy.
      </p>
    </Notice>
  );
}
