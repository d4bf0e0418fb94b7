// What a page disclaims, and who republishes by saying so: "This is not a publication of X."
import { stated, type Found } from './found.ts';
import type { LabelledFields } from './labels.ts';

const disclaims =
  /\b(?:(?:views?|opinions?) (?:(?:and|or) opinions? )?(?:expressed )?(?:here |herein |in this \p{L}+ )?(?:are|is|do|does|remain|belong)\b.{0,160}\b(?:authors?|own|not (?:necessarily )?(?:those|reflect|represent))|does not (?:necessarily )?(?:reflect the (?:views?|position)|endorse)|is not responsible for (?:its|the) content)\b|不代表本(?:報|报|站|刊|社)|لا (?:يعبر|تعبر) .{0,60}رأي/iu;
/** “This is not a UNHCR publication”, “This is not a publication of the Rivers Archive”. */
const notOurs =
  /\b[Tt]his is not an? (?:official )?(?:(\p{Lu}[^.,;]{1,80}?) (?:publication|document)|publication of (?:the )?(\p{Lu}[^.,;]{1,80}?))(?=[.,;]|$)/u;
const longest = 1500;

export interface Disclaimed {
  readonly disclaimer?: Found<string>;
  readonly republisher?: Found<string>;
}

export function readDisclaimer(
  fields: LabelledFields,
  opening: readonly string[],
  closing: readonly string[],
): Disclaimed {
  const lines = [...opening.slice(0, 20), ...closing].filter(({ length }) => length < longest);
  const own = lines.find(
    (line) => line.length < 500 && (notOurs.test(line) || disclaims.test(line)),
  );
  const disclaimer = stated(fields.disclaimer ?? own ?? '');
  const [, before, after] = notOurs.exec(disclaimer?.value ?? '') ?? [];
  const republisher: Found<string> | undefined =
    stated(fields.republisher ?? '') ??
    (before === undefined && after === undefined
      ? undefined
      : { value: (before ?? after ?? '').trim(), confidence: 'likely' });
  return { ...(disclaimer && { disclaimer }), ...(republisher && { republisher }) };
}
