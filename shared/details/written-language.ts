// Which language a text is written in, by its letters and its commonest words. BCP 47; empty where it is not clear.

const looked = 20_000;
const leastLetters = 12;

/** Letters that one language of a script has. More is needed than one quoted name. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['ko', /\p{sc=Hangul}/gu],
  ['he', /\p{sc=Hebrew}/gu],
  ['th', /\p{sc=Thai}/gu],
  ['el', /\p{sc=Greek}/gu],
  ['ka', /\p{sc=Georgian}/gu],
  ['hy', /\p{sc=Armenian}/gu],
  ['hi', /\p{sc=Devanagari}/gu],
  ['bn', /\p{sc=Bengali}/gu],
  ['ta', /\p{sc=Tamil}/gu],
  ['si', /\p{sc=Sinhala}/gu],
  ['my', /\p{sc=Myanmar}/gu],
  ['km', /\p{sc=Khmer}/gu],
  ['lo', /\p{sc=Lao}/gu],
  ['bo', /\p{sc=Tibetan}/gu],
  ['am', /\p{sc=Ethiopic}/gu],
  ['mn', /\p{sc=Mongolian}/gu],
];

const traditional =
  /[這個們來時會對說國過還點實後開現長動將與體關學問題樣給讓進種應書當經頭變氣東車門間義愛飛馬魚鳥為無專業證據費號權歲歷處]/g;
const simplified =
  /[这个们来时会对说国过还点实后开现长动将与体关学问题样给让进种应书当经头变气东车门间义爱飞马鱼鸟为无专业证据费号权岁历处]/g;

const commonWords: Readonly<Record<string, string>> = {
  en: 'the of and to in was were is are for that with by on from had has have who not at as be it this they their an which',
  fr: 'le la les des du et est une dans que qui pour pas sur avec sont au aux par ce cette ont été elle leur nous mais',
  de: 'der die das und ist nicht ein eine den von zu mit des auf für im dem sich auch wurde werden sind aus nach bei wurden',
  es: 'el la los las de que y en un una por con para no se del al es su como más fue han sus pero este',
  pt: 'o a os as de que e em um uma por com para não se do da dos das ao é seu foi mais são pelo pela',
  it: 'il lo la gli le di che e in un una per con non si del della dei delle al è sono anche come più dal nel',
  nl: 'de het een en van in is dat op te zijn voor met niet aan die er om ook als naar door werd worden bij hebben',
  pl: 'i w na z do się nie że jest to o jak przez dla od są po ale który która które był ich oraz',
  cs: 'a v na se je že s z do o k pro za by jako po ale jsou byl byla které který nebo od',
  sv: 'och i att det som en på är av för med den till inte har om ett han var de från vi sig',
  tr: 've bir bu da de için ile çok olarak daha gibi sonra kadar ne en olan değil var ise ancak tarafından',
  vi: 'và của là có không được trong cho một những người các với đã này để khi từ về theo',
  id: 'yang dan di ini itu dengan untuk tidak dari pada adalah dalam akan ke oleh telah para juga karena',
  ro: 'și în de la cu pe nu că este o un din pentru care mai sunt au fost prin ale lui',
  so: 'iyo ka waxaa in ku oo ay uu ah waa soo la si kale aan',
  sw: 'na ya wa kwa ni katika za la cha kuwa hii hiyo wao kama yake',
};

const cyrillicWords: Readonly<Record<string, string>> = {
  ru: 'и в не на что с по как это из но к у от за для был были его они или',
  uk: 'і в не на що з до та як це із але від за для був були його вони або й',
};

/** `text` without what is not its own: boilerplate, menus. */
export function writtenLanguage(text: string): string {
  const sample = text.slice(0, looked);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  if (letters < leastLetters) return '';
  const han = count(/\p{sc=Han}/gu);
  const kana = count(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu);
  const latin = count(/\p{sc=Latin}/gu);
  const hangul = count(/\p{sc=Hangul}/gu);
  if (kana * 5 > han && kana * 3 > latin) return 'ja';
  if (hangul < han && (han + kana) * 3 >= latin && han * 2 > letters - latin) return chinese(count);
  if (count(/\p{sc=Arabic}/gu) * 2 > letters) return arabicScript(count);
  if (count(/\p{sc=Cyrillic}/gu) * 2 > letters) return commonest(sample, cyrillicWords, 0.06);
  const own = scripts.find(([, pattern]) => count(pattern) * 2 > letters);
  if (own !== undefined) return own[0];
  return latin * 2 > letters ? commonest(sample, commonWords, 0.12) : '';
}

function chinese(count: (pattern: RegExp) => number): string {
  const [older, newer] = [count(traditional), count(simplified)];
  if (older === newer) return 'zh';
  return older > newer ? 'zh-Hant' : 'zh-Hans';
}

function arabicScript(count: (pattern: RegExp) => number): string {
  if (count(/[ېۇۆۈۋە]/g) * 8 > count(/\p{sc=Arabic}/gu)) return 'ug';
  if (count(/[ٹڈڑںے]/g) > 3) return 'ur';
  if (count(/[ێڵڕۆ]/g) > 3) return 'ckb';
  if (count(/[ټډړږښ]/g) > 3) return 'ps';
  if (count(/[پچژگی]/g) * 20 > count(/\p{sc=Arabic}/gu)) return 'fa';
  return 'ar';
}

/** The language whose common words make the largest part of the text, if they make `least` and lead clearly. */
function commonest(
  sample: string,
  languages: Readonly<Record<string, string>>,
  least: number,
): string {
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const shares = Object.entries(languages)
    .map(([language, list]) => {
      const common = new Set(list.split(' '));
      return { language, share: words.filter((word) => common.has(word)).length / words.length };
    })
    .sort((a, b) => b.share - a.share);
  const [first, second] = shares;
  if (first === undefined || first.share < least) return '';
  return first.share > 1.2 * (second?.share ?? 0) ? first.language : '';
}
