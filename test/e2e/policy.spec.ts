import type { Page } from '@playwright/test';
import { expect, makePlace, removePlace, test } from '../support/app.ts';
import { RunningApp, type Place } from '../support/running-app.ts';

// Each way out or in that a page could try, and the directive that stops it.
const ways: readonly (readonly [string, string, (page: Page) => Promise<unknown>])[] = [
  [
    'script-src',
    'a script of another origin',
    (page) => add(page, 'script', { src: 'https://example.org/x.js' }),
  ],
  [
    'img-src',
    'a picture of another origin',
    (page) => add(page, 'img', { src: 'https://example.org/x.png' }),
  ],
  [
    'img-src',
    'a picture in the address',
    (page) => add(page, 'img', { src: 'data:image/png;base64,AAAA' }),
  ],
  [
    'style-src',
    'a style sheet of another origin',
    (page) => add(page, 'link', { rel: 'stylesheet', href: 'https://example.org/x.css' }),
  ],
  ['default-src', 'a frame', (page) => add(page, 'iframe', { src: 'https://example.org/' })],
  ['object-src', 'an object', (page) => add(page, 'object', { data: 'https://example.org/x.swf' })],
  ['base-uri', 'another base', (page) => add(page, 'base', { href: 'https://example.org/' })],
  [
    'script-src',
    'inline code',
    (page) =>
      page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'document.title = "inline code ran"';
        document.head.append(script);
      }),
  ],
  [
    'script-src',
    'eval',
    (page) =>
      page.evaluate(() => {
        // In a task of its own: what the test driver runs itself is exempt.
        setTimeout(() => {
          Reflect.construct(Function, ['document.title = "eval ran"']);
        });
      }),
  ],
  [
    'script-src',
    'a handler in an attribute',
    (page) =>
      page.evaluate(() => {
        const button = document.createElement('button');
        button.setAttribute('onclick', 'document.title = "a handler ran"');
        document.body.append(button);
        button.click();
      }),
  ],
  [
    'style-src',
    'an inline style',
    (page) =>
      page.evaluate(() => {
        const style = document.createElement('style');
        style.textContent = 'body { background: url(https://example.org/x.png) }';
        document.head.append(style);
      }),
  ],
  [
    'font-src',
    'a font of another origin',
    (page) =>
      page.evaluate(async () => {
        const face = new FontFace('x', 'url(https://example.org/x.woff2)');
        await face.load().catch(() => undefined);
      }),
  ],
  [
    'connect-src',
    'fetch',
    (page) => page.evaluate(() => fetch('https://example.org/').catch(() => undefined)),
  ],
  [
    'connect-src',
    'a WebSocket',
    (page) =>
      page.evaluate(() => {
        new WebSocket('wss://example.org/').close();
      }),
  ],
  [
    'connect-src',
    'an event stream',
    (page) =>
      page.evaluate(() => {
        new EventSource('https://example.org/');
      }),
  ],
  [
    'connect-src',
    'a beacon',
    (page) => page.evaluate(() => void navigator.sendBeacon('https://example.org/')),
  ],
  [
    'worker-src',
    'a worker from a blob',
    (page) =>
      page.evaluate(() => {
        const code = new Blob(['postMessage(1)'], { type: 'text/javascript' });
        try {
          new Worker(URL.createObjectURL(code)).terminate();
        } catch {
          // some versions throw, all report
        }
      }),
  ],
  [
    'form-action',
    'a form',
    (page) =>
      page.evaluate(() => {
        const form = document.createElement('form');
        form.action = 'https://example.org/';
        document.body.append(form);
        form.submit();
      }),
  ],
];

test.describe('the policy stops', () => {
  test.describe.configure({ mode: 'default' }); // one program is enough for all of them
  let running: RunningApp;
  let place: Place;

  test.beforeAll(async () => {
    place = makePlace();
    running = await RunningApp.start(place);
  });
  test.afterAll(async () => {
    await running.close();
    removePlace(place);
  });

  for (const [directive, name, attempt] of ways) {
    test(`${name} (${directive})`, async () => {
      const { page } = running;
      const before = page.url();
      await page.evaluate(() => {
        const seen: string[] = [];
        Object.assign(window, { seen });
        document.addEventListener('securitypolicyviolation', (event) => {
          seen.push(event.effectiveDirective);
        });
      });
      await attempt(page);
      await expect
        .poll(() => page.evaluate(() => (window as unknown as { seen: string[] }).seen))
        .toContainEqual(expect.stringMatching(narrowed(directive)));
      expect(await page.evaluate(() => document.title)).toBe('Evidence Locker');
      expect(page.url()).toBe(before);
    });
  }
});

/** Browsers name the narrowest directive that applies, even where only a wider one was given. */
function narrowed(directive: string): RegExp {
  return directive === 'default-src' ? /^frame-src$/ : new RegExp(`^${directive}(-elem|-attr)?$`);
}

function add(page: Page, tag: string, attributes: Readonly<Record<string, string>>): Promise<void> {
  return page.evaluate(
    ([name, pairs]) => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(pairs)) element.setAttribute(key, value);
      document.head.append(element);
      if (!element.isConnected || name === 'iframe' || name === 'object' || name === 'img') {
        document.body.append(element);
      }
    },
    [tag, attributes] as const,
  );
}
