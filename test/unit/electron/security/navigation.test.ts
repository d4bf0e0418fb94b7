import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayNavigate } from '../../../../electron/security/navigation.ts';

test.each(['app://locker/', 'app://locker/index.html'])(
  'a page may load itself again: %s',
  (url) => {
    expect(mayNavigate(url)).toBe(true);
  },
);

test.each([
  'https://example.org/',
  'http://example.org/',
  'HTTPS://EXAMPLE.ORG',
  'http://127.0.0.1:8080/',
  'http://[::1]/',
  'http://localhost/',
  '//example.org/',
  'ftp://example.org/x',
  'file:///etc/passwd',
  'file://server/share/x',
  'file:///C:/Windows/win.ini',
  '\\\\server\\share',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD4=',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'vbscript:msgbox(1)',
  'about:blank',
  'about:srcdoc',
  'blob:app://locker/3c7a6f0e',
  'blob:https://example.org/3c7a6f0e',
  'filesystem:app://locker/temporary/x',
  'view-source:app://locker/',
  'chrome://settings/',
  'chrome://gpu',
  'chrome-extension://abcdef/page.html',
  'devtools://devtools/bundled/inspector.html',
  'ws://example.org/',
  'mailto:somebody@example.org',
  'tel:+1234',
  'ms-msdt:/id',
  'smb://server/share',
  'steam://run/1',
  'app://elsewhere/',
  'app://locker.example.org/',
  'app://locker@example.org/',
  'app://user:pass@locker/',
  'app://locker:80/',
  'app://locker/other.html',
  'app://locker/assets/index.js',
  'app://locker/pdfjs/wasm/x.wasm',
  'app://locker/../../etc/passwd',
  'app://locker/%2e%2e/x',
  'app://locker/index.html/',
  'apps://locker/',
  'app:locker/',
  'app:///locker/',
  ' app://locker/',
  'app://locker/\n',
  'App://Locker/',
  '',
  '#',
])('no page goes to %s', (url) => {
  expect(mayNavigate(url)).toBe(false);
});

test('no page goes to an address nobody thought of', () => {
  const address = fc.oneof(
    fc.webUrl(),
    fc.string(),
    fc.webUrl().map((url) => `app://locker/${url}`),
  );
  fc.assert(
    fc.property(address, (url) => {
      expect(mayNavigate(url)).toBe(false);
    }),
  );
});
