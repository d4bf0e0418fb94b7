import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { handleAll, type Handlers } from '../../../../electron/ipc/handle.ts';
import type { Channel } from '../../../../shared/ipc.ts';
import { channels, parseReply } from '../../../../shared/ipc-shapes.ts';
import { fail, ok } from '../../../../shared/result.ts';

type Listener = (event: unknown, ...args: unknown[]) => Promise<unknown>;

const doors = vi.hoisted(() => new Map<string, Listener>());
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, listener: Listener) => doors.set(channel, listener) },
}));

const origin = 'app://locker';
const ownFrame = { parent: null, origin, url: `${origin}/` };
const sender = { getType: () => 'window' };
const own = { sender, senderFrame: ownFrame };

let called: Channel[] = [];

beforeEach(() => {
  doors.clear();
  called = [];
  const handlers = Object.fromEntries(
    channels.map((channel) => [
      channel,
      () => {
        called.push(channel);
        return ok(null);
      },
    ]),
  );
  handleAll(handlers as unknown as Handlers, origin);
});

function call(channel: string, event: unknown, ...args: unknown[]): Promise<unknown> {
  const door = doors.get(channel);
  if (door === undefined) throw new Error(`${channel} is closed`);
  return door(event, ...args);
}

const id = '0123456789abcdef0123456789abcdef';
const name = `files/${id}`;
const bytes = new Uint8Array(3);
const wellFormed: Readonly<Record<Channel, unknown>> = {
  'app:info': null,
  'device:read': null,
  'folder:list': null,
  'folder:read': { name, offset: 0, lengthBytes: 10 },
  'folder:append': { name: `journal/${id}/${id}.seg`, bytes, acks: [{ seq: 1, kind: 'marked' }] },
  'folder:create': { name, bytes },
  'folder:replace': { name: `keys/${id}`, bytes },
  'folder:begin-file': { name },
  'folder:write-part': { name, offset: 0, bytes },
  'folder:commit-file': { name },
  'folder:discard-file': { name },
  'folder:retire': { name: `keys/${id}`, lockerId: id },
  'folder:remove': { name },
  'attempts:read': null,
  'attempts:write': { failed: 3 },
  'window:cover': { on: true },
  'backup:choose': { purpose: 'backup' },
  'backup:list': null,
  'backup:read': { name, offset: 0, lengthBytes: 10 },
  'backup:store': { name, rule: 'new' },
  'backup:fetch': { name, rule: 'replace' },
  'backup:drop': { name },
  'backup:release': { whole: true },
  'restore:begin': null,
  'restore:step': null,
  'restore:discard': null,
  'lockers:read': null,
  'lockers:choose': { purpose: 'open' },
  'lockers:open': { id },
  'lockers:forget': { id },
  'lockers:keep-recent': { on: true },
  'window:lock': null,
  'settings:auto-lock': { minutes: 5 },
  'settings:quit-when-locking': { on: true },
  'export:print': null,
  'export:begin': { name: 'quotes' },
  'export:write': { file: 'quotes.pdf', bytes },
  'export:commit': null,
  'export:discard': null,
  'clipboard:write': { text: 'a' },
};

describe('the door of main', () => {
  test('is open on every channel of the contract and on no other', () => {
    expect([...doors.keys()]).toEqual([...channels]);
  });

  test.each(channels)('lets the own page call %s', async (channel) => {
    expect(await call(channel, own, wellFormed[channel])).toEqual(ok(null));
    expect(called).toEqual([channel]);
  });

  const forged: readonly (readonly [string, unknown])[] = [
    ['no frame', { sender, senderFrame: null }],
    ['another origin', { sender, senderFrame: { ...ownFrame, origin: 'https://x.org' } }],
    ['a look-alike origin', { sender, senderFrame: { ...ownFrame, origin: `${origin}.x` } }],
    ['an opaque origin', { sender, senderFrame: { ...ownFrame, origin: 'null' } }],
    ['a frame inside', { sender, senderFrame: { ...ownFrame, parent: ownFrame } }],
    ['a webview', { sender: { getType: () => 'webview' }, senderFrame: ownFrame }],
    ['a background page', { sender: { getType: () => 'backgroundPage' }, senderFrame: ownFrame }],
  ];
  test.each(forged)('refuses every channel to %s', async (_name, event) => {
    for (const channel of channels) {
      expect(await call(channel, event, wellFormed[channel])).toEqual(fail('sender-refused'));
    }
    expect(called).toEqual([]);
  });

  test('answers a handler that throws with a code and keeps what it said to itself', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    const throwing = {
      'app:info': () => {
        throw Object.assign(new Error('/home/somebody/secret.pdf'), { code: 'EIO' });
      },
    };
    handleAll(throwing as unknown as Handlers, origin);
    expect(await call('app:info', own, null)).toEqual(fail('internal'));
    expect(said.mock.calls).toEqual([['app:info failed: Error EIO']]);
    said.mockRestore();
  });
});

describe('a well-formed call with one thing wrong', () => {
  const isRecord = (request: unknown): request is object => request !== null;
  const withFields = channels.filter((channel) => isRecord(wellFormed[channel]));

  test.each(withFields)('on %s is refused', async (channel) => {
    const request = { ...(wellFormed[channel] as Record<string, unknown>) };
    const wrong = [
      { ...request, path: '/etc/passwd' },
      [request],
      JSON.stringify(request),
      ...Object.keys(request).flatMap((key) => [
        Object.fromEntries(Object.entries(request).filter(([other]) => other !== key)),
        ...[undefined, null, -1, 0.5, Number.NaN, 2 ** 60, 'x'.repeat(2_000_000), {}, []].map(
          (value) => ({ ...request, [key]: value }),
        ),
      ]),
    ];
    const accepted = [];
    for (const attempt of wrong) {
      const reply = await call(channel, own, attempt);
      if (JSON.stringify(reply) !== JSON.stringify(fail('request-malformed'))) {
        accepted.push(attempt);
      }
    }
    // An append without acknowledgements is the one harmless variation.
    expect(accepted).toEqual(channel === 'folder:append' ? [{ ...request, acks: [] }] : []);
  });

  test.each([
    '../x',
    'journal/../slots/x',
    `files/${id}/`,
    `files/${id}.tmp`,
    `files/${id.toUpperCase()}`,
    `/files/${id}`,
    `C:\\files\\${id}`,
    `files/${id}\n`,
    `files/${id}\0`,
    'files',
    '',
  ])('the name %j reaches no folder', async (wrong) => {
    for (const channel of channels.filter((each) => /^(?:folder|backup):/.test(each))) {
      const request = wellFormed[channel];
      if (!isRecord(request) || !('name' in request)) continue;
      expect(await call(channel, own, { ...request, name: wrong })).toEqual(
        fail('request-malformed'),
      );
    }
    expect(called).toEqual([]);
  });
});

describe('ten thousand malformed calls', () => {
  const malformed = fc.oneof(
    fc.anything({ withTypedArray: true, withBigInt: true, withSparseArray: true }),
    fc.record({ name: fc.string(), offset: fc.double(), bytes: fc.uint8Array() }),
    fc.record({ name: fc.string(), bytes: fc.anything() }),
    fc.record({ minutes: fc.double({ noInteger: true }) }),
    fc.record({ text: fc.anything(), extra: fc.string() }),
  );

  test.each(channels)('on %s reach no handler and crash nothing', async (channel) => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(malformed, async (request) => {
        if (request === null) return; // the well-formed request of many channels
        const reply = await call(channel, own, request);
        expect(reply).toEqual(fail('request-malformed'));
        expect(parseReply(channel, reply)).toEqual(fail('request-malformed'));
        refused += 1;
      }),
      { numRuns: 10_000 },
    );
    expect(called).toEqual([]);
    expect(refused).toBeGreaterThan(9_000);
  });
});
