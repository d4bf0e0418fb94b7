import type { Session } from 'electron';
import { describe, expect, test } from 'vitest';
import { closeSession } from '../../../../electron/security/close-session.ts';

type Listener = (...args: unknown[]) => unknown;

/** Remembers what it is given, as Electron's session would. */
function makeSession() {
  const given = new Map<string, Listener>();
  const keep = (name: string) => (listener: Listener) => void given.set(name, listener);
  const session = {
    webRequest: { onBeforeRequest: keep('request') },
    setPermissionRequestHandler: keep('permission request'),
    setPermissionCheckHandler: keep('permission check'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('display'),
    on: (event: string, listener: Listener) => void given.set(event, listener),
  };
  closeSession(session as unknown as Session);
  return (name: string) => given.get(name) ?? (() => 'nobody listens');
}

/** Calls a handler that answers through a callback, and returns what it answered. */
function answerOf(handler: Listener, ...args: unknown[]): unknown {
  let answer: unknown = 'no answer';
  handler(...args, (value: unknown) => {
    answer = value;
  });
  return answer;
}

describe('the closed session', () => {
  const listener = makeSession();

  test('cancels requests that leave and lets its own pass', () => {
    expect(answerOf(listener('request'), { url: 'https://example.org/' })).toEqual({
      cancel: true,
    });
    expect(answerOf(listener('request'), { url: 'app://locker/' })).toEqual({ cancel: false });
  });

  test('gives no permission, asked or checked', () => {
    expect(answerOf(listener('permission request'), {}, 'media')).toBe(false);
    expect(listener('permission check')({}, 'media')).toBe(false);
  });

  test('gives no device and no screen', () => {
    expect(listener('device')({ deviceType: 'usb' })).toBe(false);
    expect(answerOf(listener('display'), {})).toBeNull();
  });

  test('downloads nothing', () => {
    let prevented = false;
    listener('will-download')({
      preventDefault: () => {
        prevented = true;
      },
    });
    expect(prevented).toBe(true);
  });
});
