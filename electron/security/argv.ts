// Switches that open the program from outside: whoever can start it with one of these can read what it shows.
const refused: readonly RegExp[] = [
  /^--remote-debugging-/,
  /^--remote-allow-origins/,
  /^--inspect/,
  /^--load-extension/,
  /^--disable-extensions-except/,
  /^--proxy/,
  /^--js-flags/,
  /^--host-(?:resolver-)?rules/,
  /^--no-sandbox/,
  /^--disable-web-security/,
  /^--disable-site-isolation/,
  /^--log-net-log/,
  /^--ssl-key-log-file/,
  /^--renderer-cmd-prefix/,
  /^--utility-cmd-prefix/,
  /^--gpu-launcher/,
  /^--enable-logging/,
  /^--crash-dumps-dir/,
];

/** The first argument the packaged program does not start with. Chromium takes switches with one or two dashes, in any case. */
export function findRefusedSwitch(args: readonly string[]): string | undefined {
  return args.find((argument) => {
    const name = argument
      .trim()
      .toLowerCase()
      .replace(/^-{1,2}(?=[a-z])/, '--');
    return refused.some((pattern) => pattern.test(name));
  });
}
