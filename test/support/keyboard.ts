// Somebody without a mouse: goes by Tab, and sees at every stop where the focus is.
import type { Page } from 'playwright';

/** What has the focus, as it is called; empty for nothing. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return '';
    const label =
      'labels' in element ? (element as HTMLInputElement).labels?.[0]?.innerText : undefined;
    return (element.ariaLabel ?? label ?? element.innerText).trim().replaceAll(/\s+/g, ' ');
  });
}

/** Why the focus cannot be seen; undefined where it can. */
function unseen(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return undefined;
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    const outside = right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight;

    const shows = (each: Element | null) => {
      if (each === null) return false;
      const { boxShadow, outlineStyle, outlineColor } = getComputedStyle(each);
      return (
        boxShadow !== 'none' || (outlineStyle !== 'none' && outlineColor !== 'rgba(0, 0, 0, 0)')
      );
    };
    const rings = shows(element) || shows(element.parentElement);
    if (!outside && width > 1 && height > 1 && rings) return undefined;
    return `${outside ? 'outside' : rings ? 'no size' : 'no ring'}: ${element.outerHTML.slice(0, 140)}`;
  });
}

/** Presses Tab until something of that name has the focus. What cannot be seen on the way is added to `hidden`. */
export async function tabTo(
  page: Page,
  name: string | RegExp,
  hidden: string[] = [],
): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 90; step++) {
    await page.keyboard.press('Tab');
    const reason = await unseen(page);
    if (reason !== undefined) hidden.push(reason);
    const at = await focused(page);
    if (typeof name === 'string' ? at === name : name.test(at)) return;
    passed.push(at);
  }
  throw new Error(`Tab never comes to ${String(name)}: ${passed.join(' | ')}`);
}
