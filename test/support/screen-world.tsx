// One screen in a test page, over a vault that answers what the test says.
import { createRoot } from 'react-dom/client';
import type { ReactNode } from 'react';
import { BridgeContext, type AppBridge } from '../../renderer/app/bridge-context.ts';
import { NavigationContext, startTrail, type Place } from '../../renderer/app/navigation.ts';
import { ShortcutContext, ShortcutRegistry } from '../../renderer/app/shortcuts.ts';
import { VaultProvider } from '../../renderer/app/vault-context.tsx';
import { ToastHost } from '../../renderer/ui/Toast.tsx';
import type { Vault } from '../../renderer/vault/contract.ts';
import { parseReply } from '../../shared/ipc-shapes.ts';
import '../../renderer/ui/base.css';
import '../../renderer/ui/tokens.css';

export interface ScreenWorld {
  /** Where the screen wanted to go. */
  readonly went: readonly Place[];
  /** Texts put on the clipboard by the program. */
  readonly copied: readonly string[];
  readonly show: (content: ReactNode) => void;
  readonly close: () => void;
}

export function openScreen(vault: Vault, here: Place): ScreenWorld {
  const host = document.createElement('div');
  host.style.blockSize = '100vh';
  document.body.append(host);
  const root = createRoot(host);
  const shortcuts = new ShortcutRegistry();
  const press = (event: KeyboardEvent): void => {
    if (shortcuts.handle(event, true)) event.preventDefault();
  };
  document.addEventListener('keydown', press);
  const went: Place[] = [];
  const copied: string[] = [];
  const nowhere = (): void => undefined;
  const go = (place: Place): void => {
    went.push(place);
  };
  const bridge: AppBridge = {
    ask: (channel, request) => {
      if (request !== null && 'text' in request) copied.push(request.text);
      return Promise.resolve(parseReply(channel, { ok: true, value: null }));
    },
    onNotice: nowhere,
  };
  const navigation = { trail: startTrail(here), go, back: nowhere, forward: nowhere };
  return {
    went,
    copied,
    show: (content) => {
      root.render(
        <ToastHost>
          <VaultProvider vault={vault}>
            <NavigationContext value={navigation}>
              <ShortcutContext value={shortcuts}>
                <BridgeContext value={bridge}>{content}</BridgeContext>
              </ShortcutContext>
            </NavigationContext>
          </VaultProvider>
        </ToastHost>,
      );
    },
    close: () => {
      root.unmount();
      host.remove();
      document.removeEventListener('keydown', press);
    },
  };
}
