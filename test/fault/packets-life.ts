// One day of the program inside a network namespace, counted: run by `packets.ts`, prints one line of JSON.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import * as person from '../../tools/demo/person.ts';
import type { RunningApp } from '../support/running-app.ts';
import { layDesk, startAt } from './desk.ts';
import { hostilePdfs } from './hostile-pdfs.ts';
import { hostileTexts } from './hostile-texts.ts';
import { layTrap } from './hostile-trap.ts';
import { packetsSent } from './network-count.ts';
import { SocketWatch } from './socket-watch.ts';

export interface LifeInNamespace {
  readonly scratch: string;
  /** How many of the hostile files it reads. */
  readonly files: number;
}

export interface CountedLife {
  readonly packets: number;
  readonly sockets: readonly string[];
  readonly looks: number;
  readonly requests: readonly string[];
  readonly violations: number;
  readonly files: number;
}

const life = JSON.parse(process.argv[2] ?? '') as LifeInNamespace;
console.log(JSON.stringify(await live(life)));

async function live({ scratch, files }: LifeInNamespace): Promise<CountedLife> {
  const before = packetsSent();
  const running = await startAt(layDesk(scratch), ['--demo']);
  const watch = new SocketWatch(running.app.process().pid ?? 0);
  try {
    const trap = await layTrap(running);
    const given = await workADay(running, path.join(scratch, 'input'), files);
    const { requests, violations } = await trap.read();
    await running.lockBy(() => person.lock(running.page));
    await running.close();
    const packets = packetsSent() - before;
    const { looks } = watch;
    return { packets, sockets: watch.end(), looks, requests, violations, files: given };
  } finally {
    watch.end();
    await running.close();
  }
}

async function workADay({ page }: RunningApp, input: string, most: number): Promise<number> {
  mkdirSync(input);
  const made = [...hostilePdfs(false), ...hostileTexts(false)].slice(0, most);
  const paths = made.map(({ name, bytes }) => {
    const file = path.join(input, name);
    writeFileSync(file, bytes);
    return file;
  });
  await person.createLocker(page, () => undefined);
  await person.addFiles(page, paths);
  await page.evaluate(async () => {
    const tag = await window.lockerDemo.makeTag('https://hostile.invalid/tag');
    const { sources } = await window.lockerDemo.readLibrary();
    for (const { id } of sources) {
      await window.lockerDemo.markFirstSentence(
        id,
        4,
        tag,
        '<img src="https://hostile.invalid/note.png">',
      );
    }
  });
  await person.searchFor(page, 'https://hostile.invalid/');
  await person.openSource(page, path.basename(paths[0] ?? ''));
  await person.goTo(page, 'Quotes');
  await person.exportQuotes(page);
  await person.goTo(page, 'Settings');
  return made.length;
}
