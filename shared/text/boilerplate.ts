// A saved web page's furniture, line by line. Conservative: a line must look like nothing else, or lie in a foot that holds
// nothing but such lines. It stays in the text.
import type { MarkedRange } from './working-text.ts';

const longestLine = 400;
const longestLabel = 60;
const longestCrumb = 90;
const leastAnchors = 3;
const leastLinks = 3;

const homeWords =
  /^(?:home(?:page)?|start(?:seite)?|main(?: page)?|accueil|inicio|início|strona główna|главная|головна|首頁|首页|主頁|主页|ホーム|홈|الرئيسية|الصفحة الرئيسية|ana sayfa)(?!\p{L})/iu;

const wholeLines: readonly RegExp[] = [
  /^(?:\d+|no) (?:comments?|repl(?:y|ies)|responses?|shares?|likes?)(?: yet)?$/i,
  /^(?:leave a (?:comment|reply)|post a comment|comments? (?:are )?closed\.?|add (?:a )?comment)$/i,
  /^(?:share|tweet|e-?mail|print|share this(?: (?:page|article|post|story))?|back to top|skip to (?:main )?content|print this page)$/i,
  /^(?:advertisement|read more|related (?:articles|pages|posts|links|content|stories)\b.{0,30})$/i,
  /^(?:sign up for|subscribe to) (?:our|the) .{0,40}newsletter\b.{0,120}$/i,
  /^.{0,80}\bsubscribe via rss$/i,
  /^(?:©|\(c\)|copyright)\s.{0,120}$/i,
  /^.{0,60}\ball rights reserved\.?$/i,
  /^(?:privacy (?:policy|notice|statement)|terms (?:of (?:use|service)|and conditions)|cookie (?:policy|settings)|accessibility statement)\b.{0,120}$/i,
  /^\[?(?:[^\]]*(?:click here|view all))\]?\.?$/i,
  /^(?:-{3,}|\*{3,}|_{3,}|={3,})$/,
  /^(?=.{0,160}$).*\bclick here\b/i,
  /^no .{0,30}\b(?:links|results|items|pages) (?:to display|found)\.?$/i,
  /^search (?:the|this|our|all)\b.{0,40}\bsite\b.{0,40}$/i,
  // Comments, sharing, rights in other scripts and tongues.
  /^(?:\d+|沒有|没有|尚無|暂无)\s*(?:則|则|條|条|個|个|篇)?\s*(?:留言|評論|评论|回應|回应|迴響)$/,
  /^(?:發表|发表|我要)(?:留言|評論|评论|迴響)$/,
  /^(?:分享|轉發|转发|列印|打印|分享(?:到|至).{1,20}|回到頂部|返回顶部|回頁首)$/,
  /^.{0,60}(?:版權所有|版权所有|著作權所有|保留所有權利|保留所有权利).{0,60}$/,
  /^(?:\d+|لا)\s*(?:تعليقات?|تعليقًا|تعليقا|توجد تعليقات)$/,
  /^(?:شارك|مشاركة|طباعة|اترك تعليقا|أضف تعليقا)$/,
  /^.{0,60}جميع الحقوق محفوظة.{0,60}$/,
  /^.{0,60}\b(?:tous droits réservés|alle rechte vorbehalten|todos los derechos reservados|wszelkie prawa zastrzeżone)\.?.{0,40}$/i,
  /^\d+ (?:commentaires?|kommentare?|comentarios?|komentarz(?:e|y)?)$/i,
];

/** Opens a list of links at a page's end: "## TAGS", "Related". */
const footHeading = /^#{0,6}\s*(?:tags?|topics?|related|share|follow us|comments?)\s*:?$/i;
const searchBox = /^(?:search|suche|buscar|rechercher|搜尋|搜索|بحث)(?:\s+\S+){0,3}$/i;
/** A note, an item, a quotation, a table's row. */
const content = /^(?:\[?\d{1,3}(?:[\].)]|\s)\s*\S|[-*•>]\s|[|“"「])/;
const loneLinks = /^(?:[-*•|]?\s*\[[^[\]\n]{1,120}\]\([^()\s]{0,500}\)\s*)+$/;

/** Whether a line is so on its own, wherever it stands. */
export function isBoilerplate(line: string): boolean {
  if (line.length > longestLine) return false;
  const bare = bareText(line);
  return (
    wholeLines.some((pattern) => pattern.test(bare)) ||
    isNavigation(line) ||
    isBreadcrumb(bare) ||
    isTagList(line)
  );
}

interface TextLine {
  readonly text: string;
  readonly start: number;
}

/** Boilerplate lines of a working text; lines that touch `taken` ranges are left alone. */
export function findBoilerplate(text: string, taken: readonly MarkedRange[]): MarkedRange[] {
  const lines = Array.from(text.matchAll(/[^\n]+/g), ({ 0: line, index: start }): TextLine => ({
    text: line,
    start,
  })).filter(
    ({ text: line, start }) =>
      !taken.some((range) => range.start < start + line.length && range.end > start),
  );
  const known = lines.map((line) => isBoilerplate(line.text));
  const inFoot = footOf(lines, known);
  const inHead = headOf(lines, known);
  return lines.flatMap(({ text: line, start }, i): MarkedRange[] =>
    known[i] === true || i >= inFoot || i < inHead
      ? [{ start, end: start + line.length, kind: 'boilerplate', page: 0 }]
      : [],
  );
}

/** Index from which on there is nothing but a page's foot: several lines that are known, and no prose, notes or lists. */
function footOf(lines: readonly TextLine[], known: readonly boolean[]): number {
  let top = lines.length;
  while (top > 0 && mayBeFoot(lines[top - 1]?.text ?? '', known[top - 1] === true)) top--;
  const anchors = lines.flatMap(({ text }, i) =>
    i >= top && (known[i] === true || loneLinks.test(text) || footHeading.test(text)) ? [i] : [],
  );
  const rules = /^[-*_=]{3,}$/;
  const start = anchors.find((first) => {
    const named = anchors.filter((i) => i >= first && !rules.test(lines[i]?.text ?? ''));
    return named.length >= Math.max(leastAnchors, (lines.length - first) / 2);
  });
  if (start !== undefined) return start;
  const last = lines.length - 1;
  return last > 0 && searchBox.test(lines[last]?.text ?? '') ? last : lines.length;
}

function mayBeFoot(line: string, known: boolean): boolean {
  return known || loneLinks.test(line) || (isShortLabel(line) && !content.test(line));
}

/** Index up to which links follow one another: a menu. */
function headOf(lines: readonly TextLine[], known: readonly boolean[]): number {
  let end = 0;
  while (end < lines.length && (known[end] === true || loneLinks.test(lines[end]?.text ?? '')))
    end++;
  return end >= leastLinks ? end : 0;
}

/** "How You Can Help | About Us | Contact Us": at least three short parts, none a sentence. A table row begins with `|`. */
function isNavigation(line: string): boolean {
  const parts = line.split(/\s[|•·]\s/);
  return parts.length >= 3 && !line.startsWith('|') && parts.every(isShortLabel);
}

/** "[Home](#) > ... > China", "Home » Reports » 2024". */
function isBreadcrumb(bare: string): boolean {
  const parts = bare.split(/\s[>»›→]\s/);
  return parts.length >= 2 && homeWords.test(parts[0] ?? '') && parts.every(isCrumb);
}

/** "Tags: mills, rivers; wages": short names, no sentence. */
function isTagList(line: string): boolean {
  const list =
    /^(?:(?:tags?|filed under|categor(?:y|ies)|topics?):|(?:標籤|标签|關鍵字|关键词|الوسوم|وسوم)\s*[:：])(.+)$/i.exec(
      line,
    )?.[1];
  return list?.split(/[,;，、،]/).every((name) => name.length <= 40 && isShortLabel(name)) === true;
}

function isShortLabel(part: string): boolean {
  return part.length <= longestLabel && !endsSentence(part);
}

/** The last crumb is often the page's whole title. */
function isCrumb(part: string): boolean {
  return part.length <= longestCrumb && !endsSentence(part);
}

function endsSentence(part: string): boolean {
  return /[.!?。！？]["”’]?$/.test(part.replace(/\.{3}$/, ''));
}

/** Link markup read as its text. */
function bareText(line: string): string {
  return line.replace(/\[([^[\]]*)\]\([^)]*\)/g, '$1');
}
