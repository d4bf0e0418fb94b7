import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { styleRules } from '../../../../shared/web/style-rules.ts';
import { workOfPage } from '../../../support/web-page.ts';

const prose =
  '<p>The Ministry of Labour of Haiyun closed the mill, and nobody was paid.</p>'.repeat(9);

/** What of the page is told to be hidden. */
function hiddenIn(css: string, html: string, head = '<style>'): string[] {
  const { text, ranges } = workOfPage(`${head}${css}</style><body>${prose}${html}</body>`);
  return ranges
    .filter(({ kind }) => kind === 'hidden')
    .map(({ start, end }) => text.slice(start, end));
}

describe('text that only a style sheet hides', () => {
  test.each([
    ['a class', '.secret { display: none }', '<p class="a secret">Unseen.</p>'],
    ['an id', '#secret{visibility:hidden}', '<div id="secret"><p>Unseen.</p></div>'],
    ['an element', 'section { display : NONE ; }', '<section>Unseen.</section>'],
    ['several names', 'p.a.b { display: none !important }', '<p class="b a">Unseen.</p>'],
    ['a list of selectors', 'h6, .x , #y { display: none }', '<p class="x">Unseen.</p>'],
    [
      'behind a comment and a string',
      '/* } */ q::after{content:"}{"} .x{display:none}',
      '<p class="x">Unseen.</p>',
    ],
    ['for the screen', '@media screen { .x { display: none } }', '<p class="x">Unseen.</p>'],
    [
      'against a weaker rule that shows',
      'p { display: block } .x { display: none }',
      '<p class="x">Unseen.</p>',
    ],
    [
      'an important rule against the element itself',
      '.x{display:none!important}',
      '<p class="x" style="display:block">Unseen.</p>',
    ],
  ])('%s', (_, css, html) => {
    expect(hiddenIn(css, html)).toEqual(['Unseen.']);
  });

  test('inside a sentence it is that part of it, and stays in the text', () => {
    const html = '<p>She did <span class="x">not </span>say so.</p>';
    expect(hiddenIn('.x{display:none}', html)).toEqual(['not']);
    expect(workOfPage(`<style>.x{display:none}</style>${html}`).text).toBe('She did not say so.');
  });

  test('in a row it is one range; a hidden heading begins no section', () => {
    const html = '<div class="x"><h2>Unseen</h2><p>One.</p><p>Two.</p></div>';
    expect(hiddenIn('.x{display:none}', html)).toEqual(['Unseen\nOne.\nTwo.']);
    expect(workOfPage(`<style>.x{display:none}</style>${prose}${html}`).sections).toEqual([]);
  });
});

describe('in doubt it is text', () => {
  test.each([
    [
      'a rule that means some of the elements',
      '.menu .x { display: none }',
      '<p class="x">Seen.</p>',
    ],
    ['with a state', '.x:hover { display: none }', '<p class="x">Seen.</p>'],
    ['with an attribute', '.x[data-off] { display: none }', '<p class="x">Seen.</p>'],
    ['a part that is made', '.x::before { display: none }', '<p class="x">Seen.</p>'],
    ['shown again by a later rule', '.x{display:none} .x{display:block}', '<p class="x">Seen.</p>'],
    [
      'shown in wide windows',
      '.x{display:none} @media (min-width:9px){.x{display:block}}',
      '<p class="x">Seen.</p>',
    ],
    [
      'shown where its parent says so',
      '.x{display:none} .open > .x{display:block}',
      '<p class="x">Seen.</p>',
    ],
    [
      'shown by anything',
      '.x{display:none} .open > :not(.y){display:block}',
      '<p class="x">Seen.</p>',
    ],
    ['on paper only', '@media print { .x { display: none } }', '<p class="x">Seen.</p>'],
    [
      'shown by the element itself',
      '.x{display:none}',
      '<p class="x" style="display:block">Seen.</p>',
    ],
    ['another class', '.xy{display:none}', '<p class="x">Seen.</p>'],
    ['a name with a sign', String.raw`.md\:x{display:none}`, '<p class="md x">Seen.</p>'],
  ])('%s', (_, css, html) => {
    expect(hiddenIn(css, html)).toEqual([]);
  });

  test('a sheet for paper', () => {
    const head = '<style media="print">';
    expect(hiddenIn('.x{display:none}', '<p class="x">Seen.</p>', head)).toEqual([]);
  });

  test('most of the page, or what it is about: a script was to show it', () => {
    const page = `<style>.c{visibility:hidden}</style><div class="c">${prose}</div>`;
    expect(workOfPage(page).ranges).toEqual([]);
    const main = `<style>main{display:none}</style><main>${prose}</main>`;
    expect(workOfPage(main).ranges).toEqual([]);
  });
});

describe('whatever a sheet holds', () => {
  test('it gives rules or none, and never more than are counted', () => {
    const signs = fc.constantFrom(
      ...'{ } ( ) [ ] ; : , . # @ * > " \' \\ / a x display:none /* */ @media'.split(' '),
      ...[' ', '\n'],
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 300 }), (parts) => {
        for (const rule of styleRules(parts.join(''), true))
          expect(rule.exact || !rule.hides).toBe(true);
      }),
    );
  });

  test.each([
    ['brackets', '('.repeat(400_000)],
    ['selectors', `${'.a,'.repeat(300_000)}.b{display:none}`],
    ['rules', '.a{display:none}'.repeat(200_000)],
    ['declarations', `.a{${'display:none;'.repeat(200_000)}}`],
    ['blocks in blocks', '@media x{'.repeat(200_000)],
    ['comments', '/*'.repeat(400_000)],
    ['strings', '"'.repeat(400_000)],
    ['escapes', '\\'.repeat(400_001)],
  ])('many %s are read within seconds', (_, css) => {
    const startedMs = performance.now();
    workOfPage(`<style>${css}</style>${'<p class="a b c">x</p>'.repeat(2_000)}`);
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });
});
