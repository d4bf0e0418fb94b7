import { useState } from 'react';
import { useVault } from '../app/vault-context.tsx';
import { saveExport } from '../bridge/save-export.ts';
import { Button } from '../ui/Button.tsx';
import { sentenceOf } from '../ui/sentence-of.ts';
import { useToast } from '../ui/Toast.tsx';
import type { ReportView } from './check-messages.ts';
import { saveResult } from './save-result.ts';

interface SaveResultProps {
  readonly name: string;
  readonly view: ReportView;
  readonly appVersion: string;
}

export function SaveResult({ name, view, appVersion }: SaveResultProps) {
  const vault = useVault();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    const generatedAt = Date.now();
    const options = { vault, save: saveExport, name, view, appVersion, generatedAt };
    const saved = await saveResult(options);
    setBusy(false);
    if (saved.ok) toast({ text: `Saved to the folder “${saved.value}”. It is not sealed.` });
    else if (saved.error !== 'cancelled') toast({ tone: 'bad', text: sentenceOf(saved.error) });
  };
  return (
    <Button disabled={busy} onClick={() => void run()}>
      {busy ? 'Saving…' : 'Save the result…'}
    </Button>
  );
}
