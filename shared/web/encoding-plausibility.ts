// How much a text looks like one that somebody wrote. What is read in the wrong encoding has characters that do not exist,
// rare ones where common ones belong, and letters of several scripts or cases mixed inside words.

/** The most common characters of each: together they make up a third to a half of any text in it. */
const simplified = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运',
);
const traditional = new Set(
  '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運',
);
const kanji = new Set(
  '日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力学問高代明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法不来作性的要用制治度務強気小七成期公野取都和統以機平総加思家話世受区領多県続進正安設保改数記院女初北午指権心界支第産結百派点教報済書府活原先共得解名交資予川向際査勝面委告軍文反元重近千考判認画海参売利組知案道信策集在件団別物側任引使求所次水半品昨論計死官増係感特情投示変打男基私各始島直両朝革価式確村提運終挙果西勢減台広容必応演電歳住争談能無再位置企真流格有疑口過局少放税検藤町常校料沢裁状工建語球営空職証土与急止送援供可役構木割聞身費付施切由説転食比難防補車優夫研収断井何南石足違消境神番規術護展態導鮮備宅害配副算視条幹独警宮究育席輸訪楽起万着乗店述残想線率病農州武声質念待試族象銀域助労例衛然早張映限親額監環験追審商葉義伝働形景落欧担好退準賞訴辺造英被株頭技低毎医復仕去姿味負閣韓渡失移差衆個門写評課末守若脳極種美岡影命含福蔵量望松非撃佐核観察整段横融型白深字答夜製票況音申様財港識注呼渉達',
);
const syllables = new Set(
  '이다는의에을를가고하은들로도한지기사서시대인있어자정리나부전해것수장아보일그제라스상국만과조주원여으동성면중생공신구와연선관화용려치였했습니까한된할게않없등때말더우오위및',
);

const han = /[\u3400-\u9fff]/;
const kana = /[\u3041-\u309f\u30a1-\u30ff]/;
const hangul = /[\uac00-\ud7a3]/;
/** Half-width katakana: what Shift-JIS makes of other encodings' bytes. */
const halfKana = /[\uff61-\uff9f]/;
const impossible = /[\ufffd\ue000-\uf8ff\u0080-\u009f]/;
const letter = /\p{L}|\p{M}/u;
const cjkSign = /[\u3000-\u303f\uff00-\uff60\u2010-\u2027]/;

/** About 1 for a text as written, about 0 and below for one read in a wrong encoding. Text of ASCII alone is 0. */
export function plausibility(text: string): number {
  let beyond = 0;
  let points = 0;
  let before = '';
  let hanSeen = 0;
  let hanCommon = [0, 0, 0];
  let kanaSeen = 0;
  for (const character of text) {
    if (character > '\u007f') {
      beyond++;
      if (impossible.test(character)) points -= 4;
      else if (halfKana.test(character)) points -= 0.6;
      else if (kana.test(character)) {
        kanaSeen++;
        points += 1;
      } else if (hangul.test(character)) points += syllables.has(character) ? 1.2 : 0.3;
      else if (han.test(character)) {
        hanSeen++;
        hanCommon = [simplified, traditional, kanji].map(
          (set, i) => (hanCommon[i] ?? 0) + Number(set.has(character)),
        );
      } else if (cjkSign.test(character)) points += 0.6;
      else points += letterPoints(before, character);
    }
    before = character;
  }
  if (beyond === 0) return 0;
  // Without kana it is Chinese; with them Japanese. A third of real text is in the lists, of a misread one hardly any.
  const [plain = 0, full = 0, japanese = 0] = hanCommon;
  const known = kanaSeen * 8 > hanSeen ? Math.max(japanese, plain, full) : Math.max(plain, full);
  points += Math.min(hanSeen, 2.2 * known) - 0.5 * Math.max(0, hanSeen - 2.2 * known);
  return points / beyond;
}

/** Letters stand beside letters of their own script, capitals before small ones. */
function letterPoints(before: string, character: string): number {
  if (!letter.test(character)) return /[\u2010-\u203a\u00a0«»°§©®€£·]/.test(character) ? 0.4 : -0.8;
  const besideLatin = /[A-Za-z]/.test(before);
  if (scriptOf(character) !== 'latin') {
    if (besideLatin) return -1;
    const riseInside = isLower(before) && isUpper(character);
    return riseInside ? -1.5 : common.has(character.toLowerCase()) ? 1 : 0.6;
  }
  // Two accented letters in a row are rare in every language written in Latin letters.
  if (before > '\u007f' && letter.test(before)) return -0.7;
  if (isUpper(character) && /[a-z]/.test(before)) return -1;
  return common.has(character.toLowerCase()) ? 0.9 : 0.5;
}

/** Common letters beyond ASCII, of scripts whose encodings give every byte a letter. */
const common = new Set('ğşıéèàçêäöüßñáíóúãõåøæоеаинтсрвлкמהויאלתרשبانيتلمورהαοιετσνηρ');

function scriptOf(character: string): 'latin' | 'other' {
  return character < '\u0250' || (character >= '\u1e00' && character < '\u1f00')
    ? 'latin'
    : 'other';
}

function isLower(character: string): boolean {
  return character !== character.toUpperCase();
}

function isUpper(character: string): boolean {
  return character !== character.toLowerCase();
}
