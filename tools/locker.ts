// `npm run locker -- check|journal|text --locker DIR --passphrase-stdin [--json FILE]`: reads a locker with Node alone and
// writes nothing into it. Exit: 0 fine (an unclosed end is), 1 damaged or incomplete, 2 not opened.
import { writeFileSync } from 'node:fs';
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import sodium from 'libsodium-wrappers-sumo';
import { diskFolder } from '../electron/locker/folder.ts';
import { argon2id } from '../shared/crypto/argon2.ts';
import { explain, type ErrorCode } from '../shared/errors.ts';
import type { FileId } from '../shared/evidence/ids.ts';
import { openLocker, type LockerHost } from '../shared/locker/locker.ts';
import type { OpenLocker } from '../shared/locker/open-locker.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { decodeWorkingText } from '../shared/text/codec.ts';
import { checkLocker, checkUnopened, type Checked } from './check-locker.ts';

type Command = (locker: OpenLocker, folder: string) => Promise<Result<Checked>>;

const usage =
  'npm run locker -- check|journal|text --locker DIR --passphrase-stdin [--json FILE]\n' +
  '  check    verifies slots, keys, chain and files, and says what is damaged, missing, not arrived, unclosed\n' +
  '  journal  every act: device, seq, clock, at, person, subject, kind\n' +
  '  text     the working text of every source\n' +
  'The passphrase is the first line of the standard input.';

const commands: Readonly<Record<string, Command>> = {
  check: checkLocker,
  journal,
  text,
};

process.exitCode = await main();

async function main(): Promise<number> {
  const request = parseRequest();
  if (request === undefined) {
    console.error(usage);
    return 2;
  }
  const { command, folder, json } = request;
  const [passphrase = ''] = (await readAll(process.stdin)).split(/\r?\n/);
  await sodium.ready;
  const host: LockerHost = {
    folder: diskFolder(folder, { readOnly: true }),
    argon2: (secret, salt, cost) => Promise.resolve(argon2id(sodium, secret, salt, cost)),
    now: Date.now,
    device: undefined,
    withAckLines: false,
  };
  const opened = await openLocker(host, {
    passphrase: new TextEncoder().encode(passphrase.normalize('NFC')),
  });
  if (!opened.ok) {
    if (command !== checkLocker) return refuse(opened.error);
    const found = await checkUnopened(opened.error, host.folder, folder);
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(found.json, null, 2)}\n`);
    console.error(found.lines.join('\n'));
    return found.exitCode;
  }
  const answer = await command(opened.value, folder);
  if (!answer.ok) return refuse(answer.error);
  const { lines, exitCode } = answer.value;
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(answer.value.json, null, 2)}\n`);
  console.log(lines.join('\n'));
  return exitCode;
}

function parseRequest():
  { command: Command; folder: string; json: string | undefined } | undefined {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        locker: { type: 'string' },
        'passphrase-stdin': { type: 'boolean' },
        json: { type: 'string' },
      },
    });
    const [name, ...more] = positionals;
    const command = name === undefined || more.length > 0 ? undefined : commands[name];
    const { locker: folder, json } = values;
    if (command === undefined || folder === undefined) return undefined;
    return values['passphrase-stdin'] === true ? { command, folder, json } : undefined;
  } catch {
    return undefined; // an option that does not exist
  }
}

function refuse(error: ErrorCode): number {
  const { sentence, nextStep } = explain(error);
  console.error(`${sentence} ${nextStep}`);
  return error === 'locker-damaged' ? 1 : 2;
}

function journal(locker: OpenLocker): Promise<Result<Checked>> {
  const changes = locker.changes.map(({ device, seq, clock, at, person, subject, kind }) => ({
    ...{ device, seq, clock, at, person, subject, kind },
  }));
  const lines = [`${String(changes.length)} acts`];
  return Promise.resolve(ok({ json: { changes }, lines, exitCode: 0 }));
}

async function text(locker: OpenLocker): Promise<Result<Checked>> {
  const texts: { readonly source: string; readonly file: string; readonly text: string }[] = [];
  const unread: string[] = [];
  for (const { id, original, working } of locker.state.sources.values()) {
    if (working === undefined) continue;
    const read = await readText(locker, working.file);
    if (read.ok) texts.push({ source: id, file: original.name, text: read.value });
    else unread.push(`${id}: ${explain(read.error).sentence}`);
  }
  const lines = [`${String(texts.length)} working texts`, ...unread];
  return ok({ json: { texts }, lines, exitCode: unread.length > 0 ? 1 : 0 });
}

async function readText(locker: OpenLocker, file: FileId): Promise<Result<string>> {
  const opened = await locker.openFile(file);
  if (!opened.ok) return opened;
  const decoded = decodeWorkingText(opened.value.bytes);
  return decoded.ok ? ok(decoded.value.text) : fail('locker-damaged');
}
