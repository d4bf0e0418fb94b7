import { describe, expect, test } from 'vitest';
import type { Extractor } from '../../../../renderer/extract/extract.ts';
import {
  importSources,
  type ImportProgress,
  type ImportResult,
} from '../../../../renderer/import/import-sources.ts';
import type { ImportedText } from '../../../../renderer/vault/calls/import.ts';
import type {
  Vault,
  VaultCall,
  VaultRequest,
  VaultResponse,
} from '../../../../renderer/vault/contract.ts';
import type { SourceId } from '../../../../shared/evidence/ids.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';

const readText: ImportedText = {
  status: 'text',
  format: 'plain',
  extractor: 'plain/1',
  pages: 1,
  words: 3,
  unreadable: 0,
  details: {},
};

/** Seals by name, knows duplicates by content, fails where it is told to; keeps what it was asked. */
class ImportVault implements Vault {
  readonly calls: string[] = [];
  readonly finished: ImportedText[] = [];
  /** Sources, and what they came with. */
  readonly attached: [SourceId, SourceId][] = [];
  readonly #held = new Map<string, SourceId>();
  readonly failures: Partial<Record<VaultCall, ErrorCode>> = {};
  /** Called before a call is answered. */
  before: (call: VaultCall) => void = () => undefined;

  async ask<C extends VaultCall>(
    call: C,
    request: VaultRequest<C>,
  ): Promise<Result<VaultResponse<C>>> {
    this.calls.push(call);
    this.before(call);
    const failure = this.failures[call];
    if (failure !== undefined) return fail(failure);
    return ok((await this.#answer(call, request)) as VaultResponse<C>);
  }

  listen(): () => void {
    return () => undefined;
  }

  async #answer(call: VaultCall, request: unknown): Promise<unknown> {
    if (call === 'import:original') {
      const given = request as VaultRequest<'import:original'>;
      const text =
        'blob' in given ? await given.blob.text() : new TextDecoder().decode(given.bytes);
      return { file: `sealed ${text}`, duplicateOf: this.#held.get(text) ?? null };
    }
    if (call === 'import:finish') {
      const { file, text, partOf } = request as VaultRequest<'import:finish'>;
      const source = `source of ${file}` as SourceId;
      this.#held.set(file.replace('sealed ', ''), source);
      this.finished.push(text);
      if (partOf !== undefined) this.attached.push([source, partOf]);
      return source;
    }
    return null;
  }
}

function reading(extract: Extractor['extract'] = () => Promise.resolve(readText)): Extractor {
  return { extract, end: () => undefined };
}

function runImport(
  files: readonly File[],
  vault: Vault,
  extractor: Extractor = reading(),
  signal: AbortSignal = new AbortController().signal,
) {
  const progress: ImportProgress[] = [];
  const told: string[] = [];
  const results = importSources(files, {
    vault,
    extractor,
    signal,
    onProgress: (state) => progress.push(state),
    onResult: ({ name, outcome }) => told.push(`${name}: ${outcome.kind}`),
  });
  return { results, progress, told };
}

const file = (name: string, content = name) => new File([content], name);

describe('importing', () => {
  test('seals the original before anything parses it, and files what was read', async () => {
    const vault = new ImportVault();
    const stages: string[] = [];
    vault.before = (call) => stages.push(call);
    const extractor = reading((bytes) => {
      stages.push(`extract ${new TextDecoder().decode(bytes)}`);
      return Promise.resolve(readText);
    });
    const { results } = runImport([file('a.txt', 'alpha')], vault, extractor);

    expect(await results).toEqual([
      {
        name: 'a.txt',
        outcome: {
          kind: 'imported',
          source: 'source of sealed alpha',
          text: { status: 'text', pages: 1, words: 3 },
        },
      },
    ]);
    expect(stages).toEqual(['import:original', 'extract alpha', 'import:finish']);
  });

  test('knows the same bytes under another name, also within one import, and does not parse them', async () => {
    const vault = new ImportVault();
    const names: string[] = [];
    const extractor = reading((_, name) => {
      names.push(name);
      return Promise.resolve(readText);
    });
    const { results } = runImport([file('a.txt', 'same'), file('b.txt', 'same')], vault, extractor);

    expect((await results)[1]).toEqual({
      name: 'b.txt',
      outcome: { kind: 'duplicate', of: 'source of sealed same' },
    });
    expect(names).toEqual(['a.txt']);
  });

  test('keeps a file that cannot be read, with its reason', async () => {
    const vault = new ImportVault();
    const unreadable: ImportedText = { ...readText, status: 'unreadable', reason: 'took-too-long' };
    const { results } = runImport(
      [file('slow.pdf')],
      vault,
      reading(() => Promise.resolve(unreadable)),
    );

    const [result] = await results;
    expect(result?.outcome).toMatchObject({
      kind: 'imported',
      text: { status: 'unreadable', reason: 'took-too-long' },
    });
    expect(vault.finished).toEqual([unreadable]);
  });

  test('keeps the original as damaged when the extractor breaks its promise', async () => {
    const vault = new ImportVault();
    const { results } = runImport(
      [file('x.pdf')],
      vault,
      reading(() => Promise.reject(new Error())),
    );

    expect((await results)[0]?.outcome).toMatchObject({ text: { reason: 'damaged' } });
  });

  test('gives every file its own result: one that fails does not stop the others', async () => {
    const vault = new ImportVault();
    const gone = file('gone.txt');
    gone.slice = () => {
      const blob = new Blob();
      blob.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
      return blob;
    };
    const { results, told } = runImport([gone, file('here.txt')], vault);

    expect((await results).map(({ outcome }) => outcome.kind)).toEqual(['not-given', 'imported']);
    expect(told).toEqual(['gone.txt: not-given', 'here.txt: imported']);
  });

  test('says which code the vault failed with, and leaves no sealed file without a source', async () => {
    const vault = new ImportVault();
    vault.failures['import:finish'] = 'disk-full';
    const { results } = runImport([file('a.txt')], vault);

    expect((await results)[0]?.outcome).toEqual({ kind: 'failed', error: 'disk-full' });
    expect(vault.calls).toEqual(['import:original', 'import:finish', 'import:discard']);
  });

  test('tells the files done of all, the stage, and the pages read', async () => {
    const extractor = reading((_, __, onProgress) => {
      onProgress(1, 2);
      onProgress(2, 2);
      return Promise.resolve(readText);
    });
    const { results, progress } = runImport(
      [file('a.txt'), file('b.txt')],
      new ImportVault(),
      extractor,
    );
    await results;

    expect(
      progress.map(({ name, done, total, stage, pagesDone, pagesTotal }) =>
        [name, `${done}/${total}`, stage, `${pagesDone}/${pagesTotal}`].join(' '),
      ),
    ).toEqual(
      ['a.txt 0/2', 'b.txt 1/2'].flatMap((file) => [
        `${file} sealing 0/0`,
        `${file} reading 0/0`,
        `${file} reading 1/2`,
        `${file} reading 2/2`,
        `${file} filing 0/0`,
      ]),
    );
  });
});

describe('stopping an import', () => {
  const files = [file('first.txt'), file('second.txt'), file('third.txt')];

  test('before a file: nothing of it is touched, and every file left says so', async () => {
    const vault = new ImportVault();
    const { results } = runImport(files, vault, reading(), AbortSignal.abort());

    expect((await results).map(({ outcome }) => outcome.kind)).toEqual([
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
    expect(vault.calls).toEqual([]);
  });

  test('while the original is sealed: the sealed file is discarded', async () => {
    const vault = new ImportVault();
    const stop = new AbortController();
    vault.before = (call) => {
      if (call === 'import:original') stop.abort();
    };
    const { results } = runImport(files, vault, reading(), stop.signal);

    expect((await results).map(({ outcome }) => outcome.kind)).toEqual(Array(3).fill('cancelled'));
    expect(vault.calls).toEqual(['import:original', 'import:discard']);
  });

  test('while it is read: the sealed file is discarded, what came before stays', async () => {
    const vault = new ImportVault();
    const stop = new AbortController();
    const extractor = reading((_, name, __, signal) => {
      if (name !== 'second.txt') return Promise.resolve(readText);
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(new DOMException('stopped', 'AbortError'));
        });
        stop.abort();
      });
    });
    const { results } = runImport(files, vault, extractor, stop.signal);

    expect((await results).map(({ outcome }) => outcome.kind)).toEqual([
      'imported',
      'cancelled',
      'cancelled',
    ]);
    expect(vault.calls).toEqual([
      'import:original',
      'import:finish',
      'import:original',
      'import:discard',
    ]);
  });

  test('while it is filed: it is filed whole, the next is not begun', async () => {
    const vault = new ImportVault();
    const stop = new AbortController();
    vault.before = (call) => {
      if (call === 'import:finish') stop.abort();
    };
    const { results } = runImport(files, vault, reading(), stop.signal);

    expect((await results).map(({ outcome }) => outcome.kind)).toEqual([
      'imported',
      'cancelled',
      'cancelled',
    ]);
    expect(vault.calls).toEqual(['import:original', 'import:finish']);
  });
});

describe('what is attached to a mail', () => {
  /** The text of a mail is its attachments, parted by spaces; those in brackets are mails themselves. */
  const attached = (text: string): string[] => {
    const parts: string[] = [];
    let depth = 0;
    for (const sign of text) {
      if (depth === 0 && sign !== '[') parts.push(sign);
      else if (depth === 0) parts.push('');
      else if (depth > 1 || sign !== ']') parts.push(`${parts.pop() ?? ''}${sign}`);
      depth += Number(sign === '[') - Number(sign === ']');
    }
    return parts;
  };
  const mails = reading((bytes) => {
    const text = new TextDecoder().decode(bytes);
    const parts = text.length > 1 ? attached(text) : [];
    return Promise.resolve({
      ...readText,
      parts: parts.map((part) => ({
        name: `part ${part}`,
        mediaType: 'text/plain',
        bytes: new TextEncoder().encode(part).buffer,
      })),
    });
  });
  const kinds = ({ outcome, parts }: ImportResult): unknown =>
    parts === undefined ? outcome.kind : [outcome.kind, ...parts.map(kinds)];

  test('becomes sources of its own, each with its result below that of the mail', async () => {
    const vault = new ImportVault();
    const { results } = runImport([file('mail.eml', 'ab[cd]a')], vault, mails);
    expect((await results).map(kinds)).toEqual([
      ['imported', 'imported', 'imported', ['imported', 'imported', 'imported'], 'duplicate'],
    ]);
    const mail = 'source of sealed ab[cd]a';
    expect(vault.attached).toEqual([
      ['source of sealed a', mail],
      ['source of sealed b', mail],
      ['source of sealed cd', mail],
      ['source of sealed c', 'source of sealed cd'],
      ['source of sealed d', 'source of sealed cd'],
    ]);
    expect(vault.finished.every((text) => text.parts === undefined)).toBe(true);
  });

  test('is left inside where it lies too deep, and where there is too much of it', async () => {
    const deep = await runImport([file('deep.eml', '[[[[[[ab]c]]]]]d')], new ImportVault(), mails)
      .results;
    expect(JSON.stringify(deep.map(kinds))).toContain('left-inside');
    const many = String.fromCharCode(...Array.from({ length: 600 }, (_, i) => 0x4e00 + i));
    const [result] = await runImport([file('many.eml', many)], new ImportVault(), mails).results;
    const count = (kind: string) =>
      result?.parts?.filter(({ outcome }) => outcome.kind === kind).length;
    expect([count('imported'), count('left-inside')]).toEqual([500, 100]);
  });

  test('is not begun once the person stopped; the mail is kept', async () => {
    const stop = new AbortController();
    const vault = new ImportVault();
    vault.before = (call) => {
      if (call === 'import:finish') stop.abort();
    };
    const { results } = runImport([file('mail.eml', 'ab')], vault, mails, stop.signal);
    expect((await results).map(kinds)).toEqual([['imported', 'cancelled', 'cancelled']]);
  });
});
