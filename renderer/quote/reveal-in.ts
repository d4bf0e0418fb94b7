import type { TextRange } from '../../shared/text/text-map.ts';

/** Scrolls a range of the working text into view, where it is shown in `pane`. */
export function revealIn(pane: HTMLElement | null, { start }: TextRange): void {
  const runs = [...(pane?.querySelectorAll<HTMLElement>('[data-at]') ?? [])];
  const run = runs.findLast(({ dataset }) => Number(dataset['at']) <= start) ?? runs[0];
  run?.scrollIntoView({ block: 'nearest' });
}
