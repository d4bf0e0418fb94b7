// In which language a passage is, for formats that say so: by its letters where they tell, else by what the library knows.
import { runsRightToLeft, scriptRuns } from './script-runs.ts';

/** BCP 47; `und` where nobody knows. */
export function languageOf(text: string, stated: string): string {
  const base = /^[a-z]{2,3}(?=-|$)/i.exec(stated)?.[0].toLowerCase() ?? '';
  if (runsRightToLeft(text)) return rightToLeftLanguages.has(base) ? stated : byLetters(text);
  if (scriptRuns(text)[0]?.script === 'chinese') return base === 'zh' ? stated : 'zh';
  return base === '' || base === 'zh' || rightToLeftLanguages.has(base) ? 'und' : stated;
}

export interface WordLanguages {
  readonly value: string;
  readonly eastAsia: string;
  readonly bidirectional: string;
}

/** What a word processor is told of each run: a language for each kind of script, with a region. */
export function wordLanguages(text: string, stated = ''): WordLanguages {
  const base = /^[a-z]{2,3}(?=-|$)/i.exec(stated)?.[0].toLowerCase() ?? '';
  const rightToLeft = rightToLeftLanguages.has(base) ? base : byLetters(text);
  return {
    value: 'en-GB',
    eastAsia: chineseOf(stated),
    bidirectional: regions[rightToLeft] ?? regions['ar'] ?? 'ar-SA',
  };
}

function chineseOf(stated: string): string {
  if (/^zh\b.*(?:HK|MO)/i.test(stated)) return 'zh-HK';
  return /^zh\b.*(?:Hant|TW)/i.test(stated) ? 'zh-TW' : 'zh-CN';
}

/** Hebrew by its script; Uyghur by letters that only it has of these. */
function byLetters(text: string): string {
  if (/\p{sc=Hebrew}/u.test(text)) return 'he';
  return /[ۆۈې]/u.test(text) ? 'ug' : 'ar';
}

const regions: Readonly<Record<string, string>> = {
  ar: 'ar-SA',
  fa: 'fa-IR',
  he: 'he-IL',
  ps: 'ps-AF',
  ug: 'ug-CN',
  ur: 'ur-PK',
};

const rightToLeftLanguages: ReadonlySet<string> = new Set(Object.keys(regions));
