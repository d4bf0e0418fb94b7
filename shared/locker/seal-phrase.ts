// The seal phrase: ten words for one frame of a journal, and through it for everything its writer had seen. A frame's hash
// covers the frame before it; the first frame of a run names the hashes of all earlier runs that had not been named yet, its
// own and other devices'. So the hash of one frame stands for the whole journal as it was then, as a commit does in Git.
// docs/locker-format.md, "Seal phrase", says how to find one without this program.
import { mapInBatches } from '../batches.ts';
import { equalBytes, type Bytes } from '../bytes.ts';
import { sha256OfSealed } from '../crypto/digest.ts';
import { cutFrames, headerBytes, type RawFrame } from '../journal/frame.ts';
import { sealWords } from './seal-words.ts';

const phraseWords = 10;
const bitsOfWord = 11;

/** The words of the first 110 bits of a frame's SHA-256, eleven bits a word, most significant first. */
export function phraseOf(hash: Bytes): string {
  return numbersOf(hash)
    .map((number) => sealWords[number] ?? '')
    .join(' ');
}

function numbersOf(hash: Bytes): readonly number[] {
  let value = 0n;
  for (const byte of hash) value = (value << 8n) | BigInt(byte);
  const bits = BigInt(hash.length * 8);
  return Array.from({ length: phraseWords }, (_, place) =>
    Number((value >> (bits - BigInt((place + 1) * bitsOfWord))) & 2047n),
  );
}

type ReadPhrase =
  | { readonly kind: 'phrase'; readonly phrase: string }
  /** Not ten words, or words that are in no phrase: more likely a slip of the pen than another locker. */
  | { readonly kind: 'no-phrase'; readonly words: number; readonly unknown: readonly string[] };

/** Reads what a person typed or pasted: case, numbering and whatever stands between the words do not matter. */
export function readPhrase(typed: string): ReadPhrase {
  const words = typed.toLowerCase().match(/\p{L}+/gu) ?? [];
  const unknown = words.filter((word) => !sealWords.includes(word));
  return words.length === phraseWords && unknown.length === 0
    ? { kind: 'phrase', phrase: words.join(' ') }
    : { kind: 'no-phrase', words: words.length, unknown };
}

/** A frame and its SHA-256. */
interface ChainedFrame {
  readonly frame: RawFrame;
  readonly hash: Bytes;
}

/** The frames of a segment as far as each follows from the one before, the first from the header. Needs no key. */
export async function followChain(segment: Bytes): Promise<readonly ChainedFrame[]> {
  const header = segment.subarray(0, headerBytes);
  const { frames } = cutFrames(segment, header.length);
  const hashes = await mapInBatches(frames, ({ bytes }) => sha256OfSealed(bytes));
  let prev = await sha256OfSealed(header);
  const chained: ChainedFrame[] = [];
  for (const [index, frame] of frames.entries()) {
    const hash = hashes[index];
    if (hash === undefined || !equalBytes(frame.prev, prev)) break;
    chained.push({ frame, hash });
    prev = hash;
  }
  return chained;
}
