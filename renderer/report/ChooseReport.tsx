import { useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useReportCheck } from './report-check-context.tsx';
import styles from './ReportScreen.module.css';

/** What the check does, what must not be in the report, and the file. */
export function ChooseReport() {
  const { identifiers, setIdentifiers, start } = useReportCheck();
  const file = useRef<HTMLInputElement>(null);
  return (
    <Card className={styles['choose']}>
      <p>
        Choose a finished report, or drop it here: text, Markdown, Word or PDF. Every quote in it is
        compared with every source in this locker, word for word; then citations, dates, the list of
        sources and translations are looked over. Nothing of the report is kept.
      </p>
      <Field
        label="Must not stand in it"
        hint="Names, initials, dates and places of the case, parted by commas. They are forgotten when the locker locks."
      >
        {(control) => (
          <TextInput
            {...control}
            value={identifiers}
            autoComplete="off"
            onChange={(event) => {
              setIdentifiers(event.target.value);
            }}
          />
        )}
      </Field>
      <input
        ref={file}
        type="file"
        hidden
        aria-label="Report to check"
        accept=".txt,.md,.markdown,.docx,.pdf,text/plain,text/markdown,application/pdf"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen !== undefined) start(chosen);
          event.target.value = ''; // the same choice again is a change again
        }}
      />
      <Button variant="primary" size="l" icon="file" onClick={() => file.current?.click()}>
        Choose a report…
      </Button>
    </Card>
  );
}
