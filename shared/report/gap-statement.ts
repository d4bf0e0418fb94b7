// "The report does not mention X", "no information on X was found among the sources consulted": what is said not to be
// there, and where.
import type { GapStatement } from './report.ts';

const information =
  '(?:information|references?|mentions?|reports?|data|evidence|details?|sources?|material|results?|figures|statistics|reporting)';
const found =
  '(?:found|located|identified|available|obtained|retrieved|discovered|encountered|established|given|provided|reported|made|mentioned|included)';
const about =
  '(?:on|about|regarding|concerning|relating to|related to|with regards? to|with respect to|as to|of|to|for|specifically on|indicating|showing|suggesting|that|whether)';
const place = '(?:in|among|amongst|within|from|by|through|across)';
const silent =
  "(?:does|did|do)(?: not|n[’']t) (?:\\p{L}+ly |also )?(?:mention|contain|include|refer to|address|discuss|specify|cover|report(?: on)?|describe|provide|give|make (?:any )?(?:mention|reference)|comment on|name|touch (?:up)?on)";
const filler = `(?:any |a |the |specific |further |explicit(?:ly)? |direct |relevant |additional |detailed |recent |publicly available )*`;

/** What a source may be called where it is the subject: a government that "does not provide" something is none. */
const sourceWord =
  /\b(?:reports?|sources?|documents?|briefings?|notes?|stud(?:y|ies)|editions?|articles?|papers?|text|page|website|publication|it|they|chapter|section|monitor|survey|profile|guidance|law|act|code|\d{4})\b/i;

/** Only of a source is it said that it does not mention something. */
const saysSo =
  /\b(?:does|did|do)(?: not|n[’']t) (?:\p{L}+ly |also )?(?:mention|refer to|make (?:any )?(?:mention|reference)|comment on|touch)\b|\bno (?:mention|reference)/iu;

interface Form {
  readonly pattern: RegExp;
  /** The subject must be a source. */
  readonly bySource?: true;
}

const forms: readonly Form[] = [
  // SOURCE does not mention [any information on] X
  {
    bySource: true,
    pattern: new RegExp(
      `^(?<where>.{0,200}?)\\b(?:${silent})\\s+${filler}(?:${information} ${about} )?${filler}(?<topic>.{2,200})$`,
      'iu',
    ),
  },
  // SOURCE makes no mention of X · is silent on X · says nothing about X · contains no information on X
  {
    bySource: true,
    pattern: new RegExp(
      `^(?<where>.{0,200}?)\\b(?:makes?|made|contains?|contained|has|have|had|gives?|gave|provides?|provided|includes?|offers?) no ${filler}${information} ${about} (?<topic>.{2,200})$`,
      'iu',
    ),
  },
  {
    pattern:
      /^(?<where>.{0,200}?)\b(?:(?:is|are|was|were|remains?) silent (?:on|about|as to)|(?:says?|said) nothing (?:about|on|of)) (?<topic>.{2,200})$/iu,
  },
  // Neither SOURCE nor SOURCE mentions X
  {
    pattern:
      /^(?:neither (?<where>.{2,160}?)) (?:mentions?|mentioned|refers? to|contains?|discuss(?:es)?|address(?:es)?|reports? on) (?<topic>.{2,200})$/iu,
  },
  // No information on X was|could be found [among SOURCES] · there is no mention of X in SOURCE
  {
    pattern: new RegExp(
      `\\bno ${filler}${information} ${about} (?<topic>.{2,200}?)(?:,? (?:was|were|is|are|could be|can be|has been|have been|could)(?: \\p{L}+ly)? ${found}\\b|,? ${found}\\b|(?= ${place} (?:the |any |its |this )?(?:\\p{Lu}|\\d{4}|sources?|reports?|documents?|texts?)))(?<where>.{0,200})$`,
      'iu',
    ),
  },
  {
    pattern: new RegExp(
      `\\b(?:could not find|couldn[’']t find|(?:was|were) (?:not able|unable) to (?:find|locate|identify)|did not (?:find|locate|identify)|found no|found nothing|identified no|located no) ${filler}(?:${information} )?(?:${about} )?(?<topic>.{2,200}?)(?:,? (?<place>${place}) (?<where>.{2,200}))?$`,
      'iu',
    ),
  },
  // Information on X could not be found [in SOURCE] · X is not mentioned in SOURCE
  {
    pattern: new RegExp(
      `^(?:${filler}${information} ${about} )(?<topic>.{2,200}?) (?:could|can|was|were)(?: not|not) (?:be )?${found}\\b(?<where>.{0,200})$`,
      'iu',
    ),
  },
  {
    pattern:
      /^(?<topic>.{2,160}?) (?:is|are|was|were) not (?:mentioned|referred to|addressed|discussed|covered|described|named|reported) (?:in|by|anywhere in) (?<where>.{2,200})$/iu,
  },
  {
    pattern:
      /^nothing (?:on|about|regarding|concerning) (?<topic>.{2,160}?) (?:was|could be|is)(?: to be)? (?:found|located|said)(?<where>.{0,200})$/iu,
  },
];

/** Sentences are long at times; no claim is longer. */
const longest = 700;

/** What a sentence of the report's own words says not to be there; undefined when it says no such thing. */
export function readGap(sentence: string, line: number): GapStatement | undefined {
  const text = sentence.replace(/\s+/g, ' ').trim();
  if (text.length > longest || !/\bno\b|\bnot\b|n[’']t\b|nothing|neither|silent|unable/i.test(text))
    return undefined;
  const bare = text.replace(/[*_]/g, '').replace(/[.!:;]+$/, '');
  for (const { pattern, bySource } of forms) {
    const groups = pattern.exec(bare)?.groups;
    if (groups === undefined) continue;
    if (bySource && !saysSo.test(bare) && !sourceWord.test(groups['where'] ?? '')) continue;
    const topic = bareTopic(groups['topic'] ?? '');
    return { line, text, topic, where: (groups['where'] ?? '').trim() };
  }
  return undefined;
}

function bareTopic(topic: string): string {
  return topic
    .replace(
      /,? (?:in|among|amongst|within|from) (?:the |its |this |any )?(?:\d{4}\b|(?:\p{L}+ ){0,3}(?:sources?|reports?|documents?|editions?|texts?|time constraints|time ?frame|research)\b).*$/iu,
      '',
    )
    .replace(/^(?:whether|that|any|the|a|an)\s+/i, '')
    .replace(/\s+(?:at all|anywhere|whatsoever|either|as such)$/i, '')
    .replace(/[\s,]+$/, '')
    .trim();
}
