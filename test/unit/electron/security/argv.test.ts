import { describe, expect, test } from 'vitest';
import { findRefusedSwitch } from '../../../../electron/security/argv.ts';

describe('the packaged program', () => {
  test.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-port',
    '--remote-debugging-pipe',
    '--remote-debugging-address=0.0.0.0',
    '--remote-allow-origins=*',
    '--inspect',
    '--inspect=0',
    '--inspect-brk',
    '--inspect-brk=9229',
    '--inspect-port=0',
    '--inspect-publish-uid=http',
    '--load-extension=/tmp/x',
    '--disable-extensions-except=/tmp/x',
    '--proxy-server=http://127.0.0.1:8080',
    '--proxy-pac-url=http://example.org/pac',
    '--proxy-bypass-list=*',
    '--js-flags=--allow-natives-syntax',
    '--host-rules=MAP * 127.0.0.1',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--no-sandbox',
    '--disable-web-security',
    '--disable-site-isolation-trials',
    '--log-net-log=/tmp/x',
    '--ssl-key-log-file=/tmp/x',
    '--renderer-cmd-prefix=gdb',
    '--utility-cmd-prefix=gdb',
    '--gpu-launcher=sh',
    '--enable-logging=file',
    '--crash-dumps-dir=/tmp',
    '-remote-debugging-port=9222',
    '-inspect',
    '--INSPECT',
    '--Remote-Debugging-Port=1',
    ' --inspect',
  ])('does not start with %s', (argument) => {
    expect(findRefusedSwitch([argument])).toBe(argument);
    expect(findRefusedSwitch(['--lang=en', argument])).toBe(argument);
  });

  test.each([
    [[]],
    [['--lang=en']],
    [['--user-data-dir=/home/x/profile']],
    [['--force-device-scale-factor=2']],
    [['/home/x/inspect']],
    [['inspect']],
  ])('starts with %j', (args) => {
    expect(findRefusedSwitch(args)).toBeUndefined();
  });
});
