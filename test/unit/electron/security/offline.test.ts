import { expect, test } from 'vitest';
import { mayRequest, offlineSwitches } from '../../../../electron/security/offline.ts';

test.each([
  'https://example.org/',
  'http://127.0.0.1/',
  'http://localhost:9222/json',
  'file:///etc/passwd',
  'ftp://example.org/',
  'ws://x/',
  'wss://x/',
  'data:,x',
  'devtools://devtools/bundled/inspector.html',
  'chrome://version',
  'chrome-extension://abc/x.js',
  'filesystem:app://locker/temporary/x',
  'javascript:alert(1)',
  'about:blank',
  'apps://locker/',
  '',
])('refuses to request %s', (url) => {
  expect(mayRequest(url)).toBe(false);
});

test.each(['app://locker/index.html', 'APP://locker/', 'blob:app://locker/3c7a'])(
  'requests its own %s',
  (url) => {
    expect(mayRequest(url)).toBe(true);
  },
);

test('leaves nothing to resolve and nothing to connect to', () => {
  expect(Object.fromEntries(offlineSwitches)).toEqual({
    'host-resolver-rules': 'MAP * ~NOTFOUND',
    'proxy-server': 'socks5://127.0.0.1:1',
    'webrtc-ip-handling-policy': 'disable_non_proxied_udp',
    'disable-background-networking': '',
    'disable-breakpad': '',
    'disable-client-side-phishing-detection': '',
    'disable-component-update': '',
    'disable-domain-reliability': '',
    'disable-sync': '',
    'no-pings': '',
  });
  expect(Object.isFrozen(offlineSwitches)).toBe(true);
});
