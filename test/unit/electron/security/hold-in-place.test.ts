import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { expect, test } from 'vitest';
import { holdInPlace } from '../../../../electron/security/hold-in-place.ts';

class Contents extends EventEmitter {
  mayOpen: (() => unknown) | undefined;
  webRtcPolicy: unknown;

  setWindowOpenHandler(handler: () => unknown): void {
    this.mayOpen = handler;
  }

  setWebRTCIPHandlingPolicy(policy: unknown): void {
    this.webRtcPolicy = policy;
  }

  /** Whether the event was prevented. */
  tell(name: string, url: string): boolean {
    let prevented = false;
    this.emit(name, {
      url,
      preventDefault: () => {
        prevented = true;
      },
    });
    return prevented;
  }
}

function heldContents(): Contents {
  const contents = new Contents();
  holdInPlace(contents as unknown as WebContents);
  return contents;
}

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s stays here', (name) => {
  const contents = heldContents();
  expect(contents.tell(name, 'https://example.org/')).toBe(true);
  expect(contents.tell(name, 'app://locker/')).toBe(false);
});

test('opens no window, attaches no webview, tells no peer its address', () => {
  const contents = heldContents();
  expect(contents.mayOpen?.()).toEqual({ action: 'deny' });
  expect(contents.tell('will-attach-webview', 'app://locker/')).toBe(true);
  expect(contents.webRtcPolicy).toBe('disable_non_proxied_udp');
});
