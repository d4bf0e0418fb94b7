import type { WebContents } from 'electron';
import { mayNavigate } from './navigation.ts';

/** Whatever a page tries, it stays where it is and opens nothing. */
export function holdInPlace(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
}

function refuse(details: { readonly url: string; readonly preventDefault: () => void }): void {
  if (!mayNavigate(details.url)) details.preventDefault();
}
