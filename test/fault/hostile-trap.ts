// Hears what a document must not be able to do: run a script, ask for anything, have the policy stop it, end a page.
import type { Page } from 'playwright';
import type { RunningApp } from '../support/running-app.ts';

export interface Caught {
  /** Scripts that said they ran, in a page or a worker. */
  scripts: number;
  /** What the content security policy had to stop, in pages and workers. */
  violations: number;
  /** Requests for anything but the program's own files and blobs. */
  readonly requests: string[];
  crashes: number;
  dialogs: number;
}

const own = /^(?:app:|blob:|data:|https:\/\/locker\.app\.standin\/)/;
const refused = /content security policy|refused to/i;

interface Trapped {
  hostileTrap: { scripts: number; violations: number };
}

/** Lays the trap in the page as it is now; `read` says what went into it since the last time. */
export async function layTrap({ app, page }: RunningApp): Promise<{ read: () => Promise<Caught> }> {
  const caught: Caught = { scripts: 0, violations: 0, requests: [], crashes: 0, dialogs: 0 };
  app.context().on('request', (request) => {
    if (!own.test(request.url())) caught.requests.push(request.url());
  });
  page.on('crash', () => caught.crashes++);
  page.on('dialog', (dialog) => {
    caught.dialogs++;
    void dialog.dismiss();
  });
  // The policy's refusals within workers reach no listener of the page, but the console.
  page.on('console', (message) => {
    if (refused.test(message.text())) caught.violations++;
  });
  await page.evaluate(() => {
    const trap = { scripts: 0, violations: 0 };
    Object.assign(window, { hostileTrap: trap });
    new BroadcastChannel('hostile-trap').addEventListener('message', () => {
      trap.scripts++;
    });
    document.addEventListener('securitypolicyviolation', () => {
      trap.violations++;
    });
  });
  return {
    read: async () => {
      const inPage = await emptied(page);
      const all = {
        ...caught,
        scripts: caught.scripts + inPage.scripts,
        violations: caught.violations + inPage.violations,
        requests: caught.requests.splice(0),
      };
      Object.assign(caught, { violations: 0, crashes: 0, dialogs: 0 });
      return all;
    },
  };
}

function emptied(page: Page): Promise<{ scripts: number; violations: number }> {
  return page.evaluate(() => {
    const { hostileTrap: trap } = window as unknown as Trapped;
    const found = { ...trap };
    Object.assign(trap, { scripts: 0, violations: 0 });
    return found;
  });
}

/** Does in the page what a document must not: whoever then reads nothing has a trap that is open. */
export async function springTrap(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const heard = new Promise((resolve) => {
      new BroadcastChannel('hostile-trap').addEventListener('message', resolve, { once: true });
    });
    const refused = new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', resolve, { once: true });
    });
    new BroadcastChannel('hostile-trap').postMessage('a script ran');
    const script = document.createElement('script');
    script.textContent = '0';
    document.head.append(script);
    await Promise.all([heard, refused]);
  });
}
