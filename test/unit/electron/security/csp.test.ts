import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../../electron/security/csp.ts';

const directives = new Map(
  contentSecurityPolicy.split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ');
    return [name, sources] as const;
  }),
);

test('what is not named is forbidden', () => {
  expect(directives.get('default-src')).toEqual(["'none'"]);
});

test.each(['base-uri', 'form-action', 'frame-ancestors', 'object-src'])('%s is closed', (name) => {
  expect(directives.get(name)).toEqual(["'none'"]);
});

test('no source is a network, a wildcard, inline code or eval', () => {
  const sources = new Set([...directives.values()].flat());
  expect([...sources].toSorted()).toEqual(["'none'", "'self'", "'wasm-unsafe-eval'", 'blob:']);
  expect(directives.get('img-src')).toEqual(["'self'", 'blob:']);
});

test('what is allowed is this and nothing else', () => {
  expect(Object.fromEntries(directives)).toEqual({
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'worker-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
  });
});
