import { isBlank } from './blank.ts';

/** Words as word processors count them: each run between white space is one; of ideographs each character is one. */
export function countWords(text: string): number {
  let words = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !isBlank(text.charCodeAt(i))) continue;
    if (i > start) words += countRun(text, start, i);
    start = i + 1;
  }
  return words;
}

/** Han, kana and Yi: written without spaces. Hangul and Thai count by their spaces. */
const ideographs =
  /[\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua48f\uf900-\ufaff]|[\ud840-\ud884][\udc00-\udfff]/g;
const firstIdeograph = 0x3040;

function countRun(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && text.charCodeAt(i) < firstIdeograph) i++;
  if (i === end) return 1;
  const run = text.slice(start, end);
  const characters = run.match(ideographs)?.length ?? 0;
  const rest = characters > 0 ? run.replace(ideographs, '') : run;
  return characters + Number(characters === 0 || /[\p{L}\p{N}]/u.test(rest));
}
