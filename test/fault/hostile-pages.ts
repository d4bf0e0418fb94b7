// Web pages made to hurt: nesting without a bottom, encodings that lie, scripts in every place a script can stand.
import { scriptThatTells, type HostileFile } from './hostile-pdfs.ts';

const says = 'The shelter was open to nobody in the winter of that year, said the staff.';
const beacon = 'https://hostile.invalid/x';

/** `full` adds what takes long or much memory. */
export function hostilePages(full: boolean): readonly HostileFile[] {
  const many = full ? 1_000_000 : 50_000;
  const page = (body: string, head = ''): string =>
    `<!doctype html><html lang="en"><head>${head}<title>x</title></head><body><p>${says}</p>${body}`;
  const message = (type: string, encoding: string, body: string): string =>
    [
      'From: <Saved by Blink>',
      `Snapshot-Content-Location: ${beacon}`,
      'Content-Type: multipart/related; boundary="b"',
      '',
      '--b',
      `Content-Type: ${type}`,
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      body,
      '--b--',
    ].join('\r\n');
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'page-scripts.html': page(
      `<script>${scriptThatTells}</script><svg onload="${scriptThatTells}"><script>${scriptThatTells}</script></svg><iframe srcdoc="<script>${scriptThatTells}</script>"></iframe><details open ontoggle="${scriptThatTells}">${says}</details><a href="javascript:${scriptThatTells}">${says}</a>`,
    ),
    'page-requests.html': page(
      `<img src="${beacon}.png"><video src="${beacon}" autoplay></video><object data="${beacon}"></object><form action="${beacon}"><input autofocus></form><table background="${beacon}"><tr><td style="background:url(${beacon})">${says}</table>`,
      `<base href="${beacon}/"><link rel=stylesheet href="${beacon}.css"><link rel=preload as=script href="${beacon}.js"><meta http-equiv=refresh content="0;url=${beacon}"><style>@import url(${beacon});</style>`,
    ),
    'page-10000-deep.html': page(`${'<div>'.repeat(10_000)}${says}`),
    'page-lists-deep.html': page(`${'<ul><li>'.repeat(5_000)}${says}`),
    'page-tables-deep.html': page(`${'<table><tr><td>'.repeat(3_000)}${says}`),
    'page-bottomless.html': page(`${'<div>'.repeat(many)}${says}`),
    'page-many-tags.html': page(`<p>a <b>b</b></p>`.repeat(many / 2)),
    'page-formatting-bomb.html': page(
      `${Array.from({ length: 20_000 }, (_, i) => `<b id=${String(i)}>`).join('')}${'<p>x'.repeat(20_000)}`,
    ),
    'page-huge-attribute.html': page(`<p title="${'a'.repeat(4_000_000)}">${says}</p>`),
    'page-huge-picture.html': page(
      `<img src="data:image/png;base64,${'A'.repeat(full ? 80_000_000 : 8_000_000)}">`,
    ),
    'page-wide-table.html': page(
      `<table><tr>${'<td colspan=1000 rowspan=65534>x'.repeat(2_000)}<tr><td>${says}</table>`,
    ),
    'page-many-attributes.html': page(
      `<p ${Array.from({ length: 20_000 }, (_, i) => `a${String(i)}=x`).join(' ')}>${says}</p>`,
    ),
    'page-entities.html': page(
      `${'&amp;#60;script&amp;#62;'.repeat(10_000)}&#0;&#xD800;&#x110000;`,
    ),
    'page-comment-open.html': page(`<!-- ${'-'.repeat(1_000_000)}`),
    'page-says-shift-jis.html': page('', '<meta charset="shift_jis">'),
    'page-is-shift-jis.html': Buffer.concat([
      Buffer.from('<!doctype html><meta charset="utf-8"><p>'),
      Buffer.from(
        '8a43895f8ba498618d9182cc984a93ad8fc882cd8d488fea82f095c28dbd82b582bd8142',
        'hex',
      ),
    ]),
    'page-utf-16.html': Buffer.from(`\ufeff${page('')}`, 'utf16le'),
    'page-utf-7.html': page(
      `+ADw-script+AD4-${scriptThatTells}+ADw-/script+AD4-`,
      '<meta charset="utf-7">',
    ),
    'page-bidi.html': page(
      `<p dir=rtl>\u202e${says}\u2066</p>`,
      '<meta property="og:title" content="\u202etxt.exe">',
    ),
    'page-data-bomb.html': page(
      '',
      `<script type="application/ld+json">${'['.repeat(200_000)}</script>`,
    ),
    'page-frames.html': `<!doctype html><frameset><frame src="${beacon}"></frameset>`,
    '\u202elmth.egap.html': page('<p>It has a name that turns round.</p>'),
    'saved.mhtml': message('text/html; charset=utf-8', 'quoted-printable', page('=3Cscript=3E')),
    'saved-not-base64.mhtml': message('text/html', 'base64', '!!!!PGh0bWw+'),
    'saved-without-page.mhtml': message('image/png', 'base64', 'AAAA'),
    'saved-deep.mhtml': `Snapshot-Content-Location: ${beacon}\n${Array.from({ length: 2_000 }, (_, i) => `Content-Type: multipart/mixed; boundary=part${String(i)}x\n\n--part${String(i)}x\n`).join('')}`,
    'saved-many-parts.mhtml': `Snapshot-Content-Location: ${beacon}\nContent-Type: multipart/related; boundary=b\n\n${'--b\nContent-Type: image/png\n\nx\n'.repeat(many / 5)}`,
    'shortcut.url': `[InternetShortcut]\r\nURL=${beacon}\r\nIconFile=\\\\hostile.invalid\\share\\x.ico\r\n`,
    'shortcut-script.url': `[InternetShortcut]\r\nURL=javascript:${scriptThatTells}\r\n`,
    'entities.webloc': `<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY x SYSTEM "file:///etc/passwd">]><plist><dict><key>URL</key><string>&x;</string></dict></plist>`,
  };
  return Object.entries(files).map(([name, made]) => ({
    name,
    bytes: typeof made === 'string' ? Buffer.from(made) : made,
  }));
}
