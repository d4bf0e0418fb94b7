import { useVault } from '../app/vault-context.tsx';
import { isReady, PassphraseFields } from '../lock/PassphraseFields.tsx';
import { useToast } from '../ui/Toast.tsx';
import { ProvenDialog } from './ProvenDialog.tsx';

export function ChangeDialog({ onClose }: { readonly onClose: () => void }) {
  const vault = useVault();
  const toast = useToast();
  return (
    <ProvenDialog
      title="Change your passphrase"
      action="Change"
      busyLabel="Changing…"
      isReady={isReady}
      run={(proof) => vault.ask('passphrase:change', { proof })}
      onDone={() => {
        toast({
          text: 'The passphrase is changed. The old one opens older copies of the folder only.',
        });
        onClose();
      }}
      onClose={onClose}
      below={(secrets, busy) => (
        <PassphraseFields label="New passphrase" secrets={secrets} disabled={busy} />
      )}
    />
  );
}
