// Screens in a test page: the app's own providers around them, plain memory behind them.
import { createRoot } from 'react-dom/client';
import type { ReactNode } from 'react';
import { BridgeContext, type AppBridge } from '../../renderer/app/bridge-context.ts';
import { VaultProvider } from '../../renderer/app/vault-context.tsx';
import { ToastHost } from '../../renderer/ui/Toast.tsx';
import type { Vault } from '../../renderer/vault/contract.ts';
import type { Channel, Request, Response } from '../../shared/ipc.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import '../../renderer/ui/base.css';
import '../../renderer/ui/tokens.css';

/** A main process that keeps what it was asked. */
export interface RecordedBridge extends AppBridge {
  readonly asked: { readonly channel: Channel; readonly request: unknown }[];
}

type Answers = Partial<{ readonly [C in Channel]: Response<C> }>;

export function recordBridge(differing: Answers = {}): RecordedBridge {
  const asked: RecordedBridge['asked'] = [];
  const answers: Answers = {
    'app:info': {
      version: '1.2.3',
      platform: 'linux',
      shell: 'electron',
      acks: false,
      demo: false,
    },
    'lockers:read': { name: 'Notes.locker', isStandard: true, keepsRecent: false, recent: [] },
    'settings:auto-lock': null,
    'settings:quit-when-locking': null,
    'window:cover': null,
    'window:lock': null,
    'clipboard:write': null,
    ...differing,
  };
  return {
    asked,
    ask: <C extends Channel>(channel: C, request: Request<C>): Promise<Result<Response<C>>> => {
      asked.push({ channel, request });
      const answer: Response<C> | undefined = answers[channel];
      return Promise.resolve(answer === undefined ? fail('internal') : ok(answer));
    },
    onNotice: () => undefined,
  };
}

let close: (() => void) | undefined;

/** Renders into a fresh element; whatever was shown before is taken away. */
export function show(content: ReactNode): HTMLElement {
  putAway();
  const host = document.createElement('div');
  host.id = 'root';
  document.body.append(host);
  const root = createRoot(host);
  root.render(content);
  close = () => {
    root.unmount();
    host.remove();
  };
  return host;
}

export function putAway(): void {
  close?.();
  close = undefined;
}

/** Renders a part of the app that asks the vault. */
export function showWith(
  vault: Vault,
  content: ReactNode,
  bridge: AppBridge = recordBridge(),
): HTMLElement {
  return show(
    <BridgeContext value={bridge}>
      <ToastHost>
        <VaultProvider vault={vault}>{content}</VaultProvider>
      </ToastHost>
    </BridgeContext>,
  );
}
