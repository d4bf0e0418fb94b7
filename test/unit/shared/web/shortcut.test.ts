import { expect, test } from 'vitest';
import { readShortcut } from '../../../../shared/web/shortcut.ts';

const plist = (inside: string, doctype = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}<plist version="1.0"><dict>${inside}</dict></plist>`;
const apple =
  '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n';
const url = '<key>URL</key><string>https://haiyun.example/?a=1&amp;b=2</string>';

test('a shortcut of Windows gives its address, from its own section', () => {
  expect(
    readShortcut(
      '[Other]\r\nURL=https://a.example\r\n[InternetShortcut]\r\nURL=https://haiyun.example/x\r\n',
    ),
  ).toEqual({ kind: 'link', url: 'https://haiyun.example/x' });
});

test('a web location of macOS gives its address, with the declaration Apple writes or without', () => {
  const link = { kind: 'link', url: 'https://haiyun.example/?a=1&b=2' };
  expect(readShortcut(plist(url, apple))).toEqual(link);
  expect(readShortcut(plist(url))).toEqual(link);
});

test.each([
  '<!DOCTYPE plist [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE plist SYSTEM "https://evil.example/x.dtd">',
  `${apple}<!DOCTYPE plist [<!ENTITY a "b">]>`,
])('a list that declares more is unsafe: %s', (doctype) => {
  expect(readShortcut(plist(url, doctype))).toEqual({ kind: 'unsafe' });
});

test.each([
  '[InternetShortcut]\nURL=file:///C:/x.exe',
  '[InternetShortcut]\nURL=javascript:alert(1)',
  '[InternetShortcut]\nIconFile=x',
  plist('<key>URL</key><string>file:///x</string>'),
  plist('<key>Name</key><string>x</string>'),
])('an address that is not on the web is none: %s', (text) => {
  expect(readShortcut(text)).toEqual({ kind: 'no-address' });
});

test.each(['', 'URL=https://a.example', '<?xml version="1.0"?><html/>', 'See [InternetShortcut]'])(
  'what is no shortcut is left to others: %s',
  (text) => {
    expect(readShortcut(text)).toBeUndefined();
  },
);
