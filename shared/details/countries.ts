// Which country a title speaks of. English names, with those in common use beside them.
import type { Found } from './found.ts';

const names: readonly string[] = (
  'Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh|' +
  'Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia and Herzegovina|Botswana|Brazil|Brunei|Bulgaria|Burkina Faso|' +
  'Burundi|Cabo Verde|Cambodia|Cameroon|Canada|Central African Republic|Chad|Chile|China|Colombia|Comoros|Costa Rica|' +
  'Côte d’Ivoire|Croatia|Cuba|Cyprus|Czechia|Democratic Republic of the Congo|Denmark|Djibouti|Dominica|Dominican Republic|' +
  'Ecuador|Egypt|El Salvador|Equatorial Guinea|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Georgia|' +
  'Germany|Ghana|Greece|Grenada|Guatemala|Guinea|Guinea-Bissau|Guyana|Haiti|Honduras|Hong Kong|Hungary|Iceland|India|Indonesia|' +
  'Iran|Iraq|Ireland|Israel|Italy|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|' +
  'Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Mauritania|Mauritius|Mexico|' +
  'Moldova|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|' +
  'North Korea|North Macedonia|Norway|Oman|Pakistan|Palestine|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|' +
  'Qatar|Romania|Russia|Rwanda|Saudi Arabia|Senegal|Serbia|Sierra Leone|Singapore|Slovakia|Slovenia|Somalia|South Africa|' +
  'South Korea|South Sudan|Spain|Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|' +
  'Timor-Leste|Togo|Trinidad and Tobago|Tunisia|Turkmenistan|Turkey|Uganda|Ukraine|United Arab Emirates|United Kingdom|' +
  'United States|Uruguay|Uzbekistan|Venezuela|Vietnam|Western Sahara|Yemen|Zambia|Zimbabwe'
)
  .split('|')
  .sort((a, b) => b.length - a.length);

const otherNames: Readonly<Record<string, string>> = {
  Burma: 'Myanmar',
  'Ivory Coast': 'Côte d’Ivoire',
  'Viet Nam': 'Vietnam',
  Türkiye: 'Turkey',
  Turkiye: 'Turkey',
  Swaziland: 'Eswatini',
  'Cape Verde': 'Cabo Verde',
  'Czech Republic': 'Czechia',
  DRC: 'Democratic Republic of the Congo',
  DPRK: 'North Korea',
  UAE: 'United Arab Emirates',
  PRC: 'China',
};
const known = new RegExp(
  String.raw`(?<![\p{L}-])(?:${[...Object.keys(otherNames), ...names].join('|')})(?![\p{L}-])`,
  'gu',
);
/** "Republic of X", "Kingdom of the Y": a state's full name, also of one that no list has. */
const formal =
  /\b(?:Republic|Kingdom|State|Federation|Union|Sultanate|Emirate|Principality|Commonwealth) of (?:the )?(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2})/gu;
/** One word after the title of a series: "Annual Review 2031: Haiyun". */
const afterSeries =
  /(?:\d|[Rr]eport|[Mm]onitor|[Rr]eview|[Ss]urvey|[Pp]rofile|[Oo]verview)(?::|\s+[–—-])\s+(\p{Lu}[\p{L}’'-]+)$/u;
const notStates =
  /^(?:Law|Women|Origin|Emergency|Affairs|Workers|Journalists|Teachers|Myanmar Workers|Mind|Play|Nations)$/;
const opening = 3000;

/** One country in the title; else the one whose full name the opening has. More than one is none. */
export function countryOf(title: string, text: string): Found<string> | undefined {
  const named = new Set([...namedIn(title), ...formalIn(title)]);
  if (named.size === 1) return { value: [...named][0] ?? '', confidence: 'likely' };
  if (named.size > 1) return undefined;
  const last = /(?:19|20)\d\d/.test(title) ? afterSeries.exec(title)?.[1] : undefined;
  if (last !== undefined) return { value: last, confidence: 'guess' };
  const spoken = new Set(formalIn(text.slice(0, opening)));
  return spoken.size === 1 ? { value: [...spoken][0] ?? '', confidence: 'guess' } : undefined;
}

function namedIn(text: string): string[] {
  return Array.from(text.matchAll(known), ([name]) => otherNames[name] ?? name);
}

function formalIn(text: string): string[] {
  return Array.from(text.matchAll(formal), ([, name = '']) => name).filter(
    (name) => !notStates.test(name) && namedIn(name).length === 0,
  );
}
