/** Han, kana and Yi: written without spaces, so each character counts. Hangul and Thai words count by their spaces. */
const ideographs =
  /[\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua48f\uf900-\ufaff]|[\ud840-\ud884][\udc00-\udfff]/g;

/** Words as word processors count them: each run between white space is one; of ideographs each character is one. */
export function countWords(text: string): number {
  let spaced = 0;
  for (const part of text.matchAll(/\S+/g)) {
    const rest = part[0].replace(ideographs, '');
    if (rest === part[0] || /[\p{L}\p{N}]/u.test(rest)) spaced++;
  }
  return spaced + (text.match(ideographs)?.length ?? 0);
}
