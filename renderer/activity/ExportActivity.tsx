import { useState } from 'react';
import type { ActivityFilter } from '../../shared/activity/filter.ts';
import type { Person } from '../../shared/evidence/person.ts';
import { useVault } from '../app/vault-context.tsx';
import { Button } from '../ui/Button.tsx';
import { sentenceOf } from '../ui/sentence-of.ts';
import { useToast } from '../ui/Toast.tsx';
import { exportActivity, type SaveFiles } from './export-activity.ts';

interface ExportActivityProps {
  readonly filter: ActivityFilter;
  readonly total: number;
  readonly people: readonly Person[];
  readonly save: SaveFiles;
}

export function ExportActivity({ filter, total, people, save }: ExportActivityProps) {
  const vault = useVault();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    const saved = await exportActivity(vault, save, filter, people);
    setBusy(false);
    if (saved.ok) toast({ text: `Exported to the folder “${saved.value}”. It is not sealed.` });
    else if (saved.error !== 'cancelled') toast({ tone: 'bad', text: sentenceOf(saved.error) });
  };
  return (
    <Button disabled={busy || total === 0} onClick={() => void run()}>
      {busy ? 'Exporting…' : 'Export what is listed…'}
    </Button>
  );
}
