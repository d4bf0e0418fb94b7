// Ends of English words that no word is made of alone: what a line begins with after a hyphen of the layout's.

/** Suffixes, with at most one syllable before: "tration", "ments", "ically". */
const suffixes =
  /^(?:[bcdfghjklmnpqrstvwxyz]{0,3}(?:[aeiou][bcdfghjklmnpqrstvwxyz]{0,2})?(?:[tsc]ion|[tc]ial|cian|tious|cious|tive|ture|ment|ness|ity|ety|ance|ence|ancy|ency|ible|ibly|ably|ously|fully|ically|ization|isation|izing|ising|istic|ological|ography|ophy)(?:s|al|ally|ed|ing|er|ers|ary|ist|ists|ly)?|ings|edly|isms?|ists?|ities|eties|ers|ties|lity|rity|cy|ry|ty|ly)$/;

/** Words that look like that. */
const wordsOfTheirOwn: ReadonlySet<string> = new Set(
  (
    'nation nations national nationally nationals ration rations rational rationally rationed rationing station stations ' +
    'stationed stationing stationary motion motions motioned lotion potion notion notions notional section sections sectional ' +
    'mission missions missionary vision visions visionary version versions session sessions fission fusion pension pensions ' +
    'pensioner pensioners pensioned tension tensions mansion mansions passion passions action actions auction auctions ' +
    'auctioned option options optional caution cautioned cautionary fiction fictional traction fraction fractions faction ' +
    'factions function functions functional functionally functioning junction sanction sanctions sanctioned sanctioning portion ' +
    'portions mention mentions mentioned mentioning suction diction friction racial racially social socially special specially ' +
    'specialist specialists facial spatial partial partially martial glacial crucial initial initially cautious gracious ' +
    'precious vicious spacious motive motives native natives votive dative creature creatures feature features nature natures ' +
    'natural naturally culture cultures cultural culturally picture pictures pictured mixture mixtures fixture fixtures capture ' +
    'captures captured torture tortures tortured torturer torturers torturing venture ventures gesture gestures lecture lectures ' +
    'lecturer lecturers posture pasture pastures rupture stature future moment moments cement garment garments torment payment ' +
    'payments pavement segment segments fragment fragments pigment witness witnesses illness business fitness likeness city ' +
    'cities pity entity entities unity quality vanity sanity safety society balance chance chances chancery dance dances dancer ' +
    'dancers dancing finance finances financed financing financial glance lance lances nuance france trance stance science sciences ' +
    'scientist scientists fence fences fenced fencing hence pence sentence sentences sentenced sentencing silence silenced violence ' +
    'licence licences licenced absence essence tendency agency agencies currency fluency frequency piety variety pregnancy ' +
    'vacancy tenancy infancy legible edible audible terrible horrible visible tangible dirty sixty fifty forty thirty try dry cry ' +
    'ties cities duties parties identity mention mentions lotions conscience substance distance distances instance instances ' +
    'insurance performance variance ambience audience commission commissions commissioner commissioners persuasion division ' +
    'divisions position positions possession pollution solution solutions revolution relation relations location locations ' +
    'vacation donation donations rotation nutrition tradition traditions traditional condition conditions conditional addition ' +
    'additional edition editions election elections selection collection collections direction directions protection production ' +
    'reduction detention retention prevention convention conventions mansions aversion'
  ).split(' '),
);

/** Whether `piece` (lower case) ends words and is none. English only; a doubt is answered with no. */
export function isOnlyWordEnd(piece: string): boolean {
  return suffixes.test(piece) && !wordsOfTheirOwn.has(piece);
}
