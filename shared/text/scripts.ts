// Classes of characters that layout and joining turn on.

export const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
export const leftToRight = /[A-Za-z\u00c0-\u02af\u0370-\u058f\u1e00-\u1fff\u3040-\u9fff]/;

/** Scripts written without spaces between words: Han, kana, their punctuation. Full-width Latin has its spaces. */
const unspaced =
  /[\u2e80-\u312f\u31a0-\u9fff\uf900-\ufaff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uffef]/;

export function isUnspaced(character: string | undefined): boolean {
  return character !== undefined && character >= '\u2e80' && unspaced.test(character);
}

/** The end of a sentence: terminal mark, closing quotes and brackets, a footnote's digits. */
export const endsSentence = /[.!?:;。！？：；؟۔…]["'”’»)\]」』）\d*†]*$/;
export const startsLower = /^\p{Ll}/u;
