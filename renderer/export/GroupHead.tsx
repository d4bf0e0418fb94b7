import styles from './QuotesScreen.module.css';

interface GroupHeadProps {
  readonly heading: string;
  readonly members: number;
  /** Members that are left out. */
  readonly out: number;
  readonly onChoose: (wanted: boolean) => void;
}

export function GroupHead({ heading, members, out, onChoose }: GroupHeadProps) {
  return (
    <h2 className={styles['heading']}>
      <label>
        <input
          type="checkbox"
          checked={out < members}
          ref={(box) => {
            if (box !== null) box.indeterminate = out > 0 && out < members;
          }}
          onChange={(event) => {
            onChoose(event.target.checked);
          }}
        />
        <bdi>{heading}</bdi>
        <small>{members.toLocaleString()}</small>
      </label>
    </h2>
  );
}
