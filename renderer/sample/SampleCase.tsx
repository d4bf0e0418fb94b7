import { useState } from 'react';
import { useAct, useVault } from '../app/vault-context.tsx';
import { useImport } from '../import/import-context.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { sentenceOf } from '../ui/sentence-of.ts';
import { useToast } from '../ui/Toast.tsx';
import type { LibraryView } from '../vault/calls/library.ts';
import type { Vault } from '../vault/contract.ts';
import { removeSampleActs, sampleMarkActs } from './open-sample.ts';
import styles from './SampleCase.module.css';
import { isSampleName, loadSampleFiles, sampleCount } from './sample-files.ts';

interface SampleCaseProps {
  readonly view: LibraryView;
}

/** Until the page ends, which is at locking: who comes back to an empty locker may want the offer after all. */
const startedEmpty = new WeakSet<Vault>();

/** In an empty library the offer of a sample case; where it is open, what it is and how to be rid of it. */
export function SampleCase({ view }: SampleCaseProps) {
  const { progress, results } = useImport();
  const vault = useVault();
  const [declined, setDeclined] = useState(startedEmpty.has(vault));
  if (progress !== undefined) return null;
  if (view.sources.length === 0) {
    const decline = () => {
      startedEmpty.add(vault);
      setDeclined(true);
    };
    return results.length === 0 && !declined ? <Offer onDecline={decline} /> : null;
  }
  return view.sources.some(({ original }) => isSampleName(original.name)) ? (
    <Opened view={view} />
  ) : null;
}

function Offer({ onDecline }: { readonly onDecline: () => void }) {
  const vault = useVault();
  const act = useAct();
  const toast = useToast();
  const { add } = useImport();
  const [busy, setBusy] = useState(false);

  const open = async () => {
    setBusy(true);
    try {
      const files = await loadSampleFiles();
      add(files, () => {
        void sampleMarkActs(vault).then((acts) => (acts.length > 0 ? act(acts) : undefined));
      });
    } catch {
      setBusy(false);
      toast({ tone: 'bad', text: sentenceOf('internal') });
    }
  };
  return (
    <Card className={styles['card']} role="region" aria-label="Sample case">
      <div className={styles['words']}>
        <h2>New here? Look around in a sample case</h2>
        <p>
          It has {sampleCount} made-up files about a country that does not exist, and a few marks in
          them: reports, newspapers in Chinese and Arabic, a mail, a table, PDFs. Mark, search,
          quote and export as you like; all of it is removed in one step.
        </p>
      </div>
      <div className={styles['actions']}>
        <Button variant="quiet" onClick={onDecline}>
          Start empty
        </Button>
        <Button icon="library" disabled={busy} onClick={() => void open()}>
          {busy ? 'Opening…' : 'Open the sample case'}
        </Button>
      </div>
    </Card>
  );
}

function Opened({ view }: SampleCaseProps) {
  const vault = useVault();
  const act = useAct();
  const toast = useToast();
  const { putAway } = useImport();
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    try {
      const acts = await removeSampleActs(vault, view);
      const answer = acts.length === 0 ? undefined : await act(acts);
      if (answer?.ok === true) {
        putAway();
        toast({ text: 'The sample case is removed. Undo brings it back.' });
      }
    } catch {
      toast({ tone: 'bad', text: sentenceOf('internal') });
    }
    setBusy(false);
  };
  return (
    <Card className={styles['card']} role="region" aria-label="Sample case">
      <p className={styles['words']}>
        The sample case is in this library. Everything in it is made up; do not cite it.
      </p>
      <div className={styles['actions']}>
        <Button variant="quiet" disabled={busy} onClick={() => void remove()}>
          Remove the sample case
        </Button>
      </div>
    </Card>
  );
}
