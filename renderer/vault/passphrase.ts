// Passphrases: how strong one is, and a good one to offer. Loaded only while one is being chosen (about 1 MB of lists).
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import type { SecretState } from './calls/opening.ts';

type Strength = NonNullable<SecretState['strength']>;

/** The meter's best score: 10^10 guesses and more, each of which Argon2id makes dear. One less took "Haiyun2025". */
const leastScore = 4;

/**
 * How many readings of digits as letters are tried (“p4ss”). By the library's own 100, a passphrase with a number in it held the
 * vault up for a second or two at every key; scores are the same with these.
 */
const mostDisguises = 8;

const meter = new ZxcvbnFactory({
  l33tMaxSubstitutions: mostDisguises,
  dictionary: { ...common.dictionary, ...english.dictionary },
  graphs: common.adjacencyGraphs,
  translations: english.translations,
});

/** Words of the EFF's long list (7,776): six of them are 77 bits. */
const words = common.dictionary['diceware-common'] as readonly string[];

export function measureStrength(passphrase: string): Strength {
  const { score, feedback } = meter.check(passphrase.slice(0, 256));
  const advice = [feedback.warning, ...feedback.suggestions].find((sentence) => sentence);
  return { score, accepted: score >= leastScore, advice: advice ?? '' };
}

/** Six words drawn evenly: a draw beyond the largest multiple of the list's length is drawn again. */
export function offerPassphrase(): string {
  const limit = 65_536 - (65_536 % words.length);
  const offered: string[] = [];
  const draw = new Uint16Array(1);
  while (offered.length < 6) {
    const number = crypto.getRandomValues(draw)[0] ?? limit;
    const word = number < limit ? words[number % words.length] : undefined;
    if (word !== undefined) offered.push(word);
  }
  return offered.join(' ');
}
