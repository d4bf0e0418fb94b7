/** How far a text's number words can be read: `latin` may be English, too short to tell; of `other` only digits are read. */
export type ReadableLanguage = 'english' | 'chinese' | 'latin' | 'other';

const looked = 20_000;
const functionWords =
  /(?<!\p{L})(?:the|of|and|to|in|was|were|is|are|for|that|with|by|on|from|had|has|have|who|not|at|as|be|it|this|they|their|he|she)(?!\p{L})/giu;
const shortWords = 8;

export function readableLanguage(text: string): ReadableLanguage {
  const sample = text.slice(0, looked);
  const count = (form: RegExp) => sample.match(form)?.length ?? 0;
  const han = count(/\p{sc=Han}/gu);
  const latin = count(/\p{sc=Latin}/gu);
  const kana = count(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu);
  const letters = count(/\p{L}/gu);
  // An ideograph says as much as three letters, and Chinese texts hold Latin names.
  if (han * 3 >= latin && han > 0 && kana * 20 < han && han + latin >= letters * 0.9)
    return 'chinese';
  if (latin < letters * 0.7) return 'other';
  const words = count(/[\p{L}\p{M}'’-]+/gu);
  const english = count(functionWords);
  if (english >= 2 && english * 8 >= words) return 'english';
  return words < shortWords && !/[^\p{ASCII}\p{P}\p{S}\s]/u.test(sample) ? 'latin' : 'other';
}
