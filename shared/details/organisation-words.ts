// Who publishes: what kind of organisation a name says it is. By its words; a name that says nothing gives nothing.
import type { Confidence, SourceType } from '../evidence/source.ts';

interface Rule {
  readonly type: SourceType;
  readonly pattern: RegExp;
  readonly confidence: Confidence;
}

/** The first that fits decides: "Ministry of Education University Press Office" is a ministry's. */
const rules: readonly Rule[] = [
  {
    type: 'coi',
    confidence: 'likely',
    pattern:
      /\b(?:country of origin information|country (?:policy and information|information) (?:note|report|unit)|landinfo|lifos|cedoca|accord|asylum research cent(?:re|er)|euaa|easo|european union agency for asylum)\b/i,
  },
  {
    type: 'intergovernmental',
    confidence: 'likely',
    pattern: /\b(?:UN|UNHCR|UNICEF|OHCHR|UNODC|UNDP|UNFPA|ILO|IOM|WHO|OSCE|OECD|ASEAN)\b/,
  },
  {
    type: 'intergovernmental',
    confidence: 'likely',
    pattern:
      /\b(?:united nations|international (?:labou?r organi[sz]ation|labou?r office|organi[sz]ation for migration|criminal court|monetary fund)|human rights council|high commissioner for|world (?:bank|health organi[sz]ation)|council of europe|european (?:union|commission|parliament|council)|african union|league of arab states|organi[sz]ation of american states|inter-parliamentary union|intergovernmental)\b|聯合國|联合国|الأمم المتحدة|Nations unies|Vereinte Nationen|Naciones Unidas/i,
  },
  {
    type: 'state-media',
    confidence: 'likely',
    pattern:
      /\b(?:xinhua|people’s daily|people's daily|CGTN|global times|china daily|TASS|sputnik|KCNA|IRNA|press TV|state (?:television|radio|broadcaster|news agency|media)|government gazette news)\b|新華社|新华社|人民日報|人民日报|環球時報|环球时报|國營通訊社|国营通讯社/i,
  },
  {
    type: 'legal',
    confidence: 'likely',
    pattern:
      /\b(?:(?:supreme|high|district|constitutional|federal|appeals?|county|labou?r) court|court of|tribunal|official (?:gazette|journal)|law reports)\b|法院|公報|公报|محكمة|الجريدة الرسمية/i,
  },
  {
    type: 'government',
    confidence: 'likely',
    pattern:
      /\b(?:ministry|ministries|department of|government|state department|home office|foreign office|directorate|embassy|consulate|parliament|senate|congress|national assembly|bureau of|office of the (?:president|prime minister|governor)|immigration (?:service|department|and refugee board)|police|prosecutor|cabinet|municipality|prefecture)\b|[部廳厅署]$|(?:省|市|縣|县|區|区).{0,8}(?:局|處|处|委員會|委员会)$|政府|國務院|国务院|國會|国会|立法院|行政院|وزارة|حكومة|برلمان|Ministère|ministerium\b|Bundesamt|Ministerio/i,
  },
  {
    type: 'academic',
    confidence: 'likely',
    pattern:
      /\b(?:university|universität|université|universidad|faculty|college|school of|law review|journal of|academy of|academia)\b|大學|大学|學院|学院|研究院|جامعة/i,
  },
  {
    type: 'media',
    confidence: 'likely',
    pattern:
      /\b(?:times|post|courier|herald|tribune|gazette|daily|news|chronicle|evening|observer|guardian|mirror|mail|telegraph|broadcasting|radio|television|tv|press agency|reuters|AFP|associated press|BBC|magazine|weekly|newspaper)\b|[報报]$|日報|日报|晚報|晚报|時報|时报|週刊|周刊|新聞|新闻|通訊社|通讯社|電視|电视|صحيفة|جريدة|وكالة .{0,20}أنباء|قناة/i,
  },
  {
    type: 'ingo',
    confidence: 'likely',
    pattern:
      /\b(?:amnesty international|human rights watch|anti-slavery international|save the children|oxfam|freedom house|(?:doctors|reporters|lawyers) without borders|médecins sans|red cross|red crescent|international (?:federation|committee|commission of jurists|crisis group|rescue committee))\b|\binternational$/i,
  },
  {
    type: 'academic',
    confidence: 'guess',
    pattern:
      /\binstitute (?:for|of)\b|\b(?:studies|research (?:cent(?:re|er)|institute))\b|研究所|研究中心|معهد|مركز .{0,20}دراسات/i,
  },
  {
    type: 'ngo',
    confidence: 'guess',
    pattern:
      /\b(?:clinic|network|coalition|association|foundation|society|watch|alliance|cent(?:re|er)|initiative|project|campaign|relief|aid|union|federation|church|diocese|collective|forum|committee|rights group|trust|charity)\b|協會|协会|基金會|基金会|聯盟|联盟|工會|工会|جمعية|منظمة|مؤسسة|شبكة/i,
  },
];

/** Names of organisations whose kind they do not say. */
const otherNames =
  /\b(?:council|commission|office|agency|bureau|board|authority|organi[sz]ation|institute|house|press|archive|library|secretariat|records)\b|委員會|委员会|機構|机构|هيئة|مكتب|مجلس/i;

const longestName = 120;

/** What kind of source a publisher's name makes it. */
export function sourceTypeOf(
  publisher: string,
): { readonly value: SourceType; readonly confidence: Confidence } | undefined {
  if (publisher === '' || publisher.length > longestName) return undefined;
  const rule = rules.find(({ pattern }) => pattern.test(publisher));
  return rule && { value: rule.type, confidence: rule.confidence };
}

/** Whether a line reads like an organisation's name: short, capitalised, with a word organisations have. */
export function isOrganisation(line: string): boolean {
  if (line.length > longestName || /[.!?。！？:：;；,，|]/.test(line)) return false;
  if (!/^\p{Lu}|^\p{Lo}/u.test(line)) return false;
  const words = line.split(/\s+/);
  const small = words.filter((word) => /^\p{Ll}/u.test(word));
  if (
    small.some(
      (word) =>
        !/^(?:of|for|the|and|on|in|to|de|des|du|la|le|und|für|der|die|das|y|del)$/.test(word),
    )
  )
    return false;
  return sourceTypeOf(line) !== undefined || otherNames.test(line);
}
