// Which characters of a text no font at hand can draw. A browser sets a box in their place, or nothing, and says nothing;
// so each is drawn small and held against what is drawn for a code that is no character.

const size = 24;
const side = 2 * size;
/** Codes that no font has. */
const noCharacters = ['\u{10fffe}', '\u{effff}', '\u0378'];
/**
 * Two letters of many scripts. A part of a font may claim a letter and lack it; then its own box is drawn, which no code can be
 * asked for. Where two of these look the same, both are that box.
 */
const twoOfEach =
  'កខ' +
  'ԱԲ' +
  'ბგ' +
  '가국' +
  'ཀཁ' +
  'ກຂ' +
  'กข' +
  'অআ' +
  'ሀለ' +
  'ⴰⴱ' +
  'अआ' +
  'ꀀꀁ' +
  '\u{10600}\u{10601}';
/** What is seen by what stands beside it, or not at all. */
const unseen = /[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800\u3164\uffa0]/u;

/** In the order of the text, each once. `family`: as in CSS, with the fonts that are loaded already. */
export function undrawnCharacters(text: string, family: string): readonly string[] {
  const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true });
  if (context === null) return [];
  context.font = `${size}px ${family}`;
  const drawn = (character: string): string => {
    context.clearRect(0, 0, side, side);
    context.fillText(character, size / 2, size * 1.5);
    const { data } = context.getImageData(0, 0, side, side);
    let ink = '';
    for (let at = 3; at < data.length; at += 4) ink += String.fromCharCode(data[at] ?? 0);
    return ink;
  };
  const boxes = new Set([' ', ...noCharacters].map(drawn));
  const seen = new Set<string>();
  for (const ink of Array.from(twoOfEach, drawn)) (seen.has(ink) ? boxes : seen).add(ink);
  return [...new Set(text)].filter(
    (character) => !unseen.test(character) && boxes.has(drawn(character)),
  );
}
