// A text as the readers of numbers and dates want it: digits of every script as ASCII, link targets blanked. Every code
// unit keeps its place, so that offsets hold in the text as it was given.

/** The zero of each run of ten decimal digits (Unicode, Nd) in the scripts a source may be written in. */
const zeros = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66,
  0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810, 0xff10,
];

const plain = new Map<string, string>([
  ['\u066a', '%'],
  ['\uff05', '%'],
  ['\ufe6a', '%'],
  ['\u066b', '.'],
  ['\uff0e', '.'],
  ['\u066c', ','],
  ['\uff0c', ','],
  ['\uff1a', ':'],
  ['\uff0f', '/'],
  ['\uff0d', '-'],
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2212', '-'],
]);
for (const zero of zeros) {
  for (let digit = 0; digit < 10; digit++)
    plain.set(String.fromCharCode(zero + digit), String(digit));
}

const foreign = new RegExp(`[${[...plain.keys()].join('')}]`, 'g');
const link = /\b(?:https?:\/\/|www\.)[^\s<>"”“）)\]]+/gi;

export function makeLegible(text: string): string {
  return text
    .replace(link, (address) => ' '.repeat(address.length))
    .replace(foreign, (character) => plain.get(character) ?? character);
}
