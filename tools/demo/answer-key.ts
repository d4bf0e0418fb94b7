// The truth about a folder of sources, where somebody wrote it beside that folder (`answer-key.json`, as the sample has it).
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import type { SourceId } from '../../shared/evidence/ids.ts';
import type { SourceDetails } from '../../shared/evidence/source.ts';
import { decodeWorkingText } from '../../shared/text/codec.ts';
import { answerOf, differingParts, expectedOf, type SourceKey } from '../sample/answer.ts';

/** By file name; empty where there is no key. */
export function readAnswerKey(sources: string): ReadonlyMap<string, SourceKey> {
  const file = path.join(path.dirname(sources), 'answer-key.json');
  if (!existsSync(file)) return new Map();
  const key = JSON.parse(readFileSync(file, 'utf8')) as { readonly sources?: readonly SourceKey[] };
  return new Map((key.sources ?? []).map((entry) => [entry.file, entry]));
}

/** Parts in which the program's source differs from the key: details, boilerplate, rejoined sentences and so on. */
export async function compareWithKey(
  page: Page,
  { id, details }: { readonly id: SourceId; readonly details: SourceDetails },
  key: SourceKey,
): Promise<readonly string[]> {
  const bytes = await page.evaluate(async (source) => {
    const answer = await window.lockerDemo.ask('text:read', { source });
    return answer.ok ? Array.from(new Uint8Array(answer.value)) : [];
  }, id);
  const work = decodeWorkingText(Uint8Array.from(bytes));
  return work.ok ? differingParts(expectedOf(key), answerOf(work.value, details)) : ['text'];
}
