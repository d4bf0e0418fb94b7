import { useCallback, useMemo, useState } from 'react';
import { firstColourWords } from '../../shared/evidence/colour-words.ts';
import { randomId, type MarkId } from '../../shared/evidence/ids.ts';
import {
  markColours,
  type Mark,
  type MarkColour,
  type MarkedArea,
} from '../../shared/evidence/mark.ts';
import type { Act } from '../../shared/journal/change.ts';
import { isTyping, useShortcuts, type Shortcut } from '../app/shortcuts.ts';
import { markKey } from '../ui/mark-colours.ts';
import { areaAround, areaHeard, moveArea, sizeArea, type PageSize } from './area.ts';
import type { AreaDrawing } from './AreaLayer.tsx';
import { markedAct, seedArea, type MarkPlace } from './new-mark.ts';
import type { Point } from './mark-paths.ts';

interface AreaMarkingParts {
  /** `undefined` where there are no pages to mark on. */
  readonly place: Pick<MarkPlace, 'source' | 'workingFile' | 'work'> | undefined;
  readonly record: (acts: readonly Act[]) => Promise<boolean>;
  /** Lets go of the selected text. */
  readonly clear: () => void;
  /** The page in the window, and the point of it in the middle. */
  readonly middleInView: () => { readonly page: number; readonly point: Point };
  readonly onMarked: (mark: Pick<Mark, 'id'>) => void;
  /** A marked area whose rectangle is being changed. */
  readonly reshaped: Mark | undefined;
  readonly onReshape: (mark: MarkId, area: MarkedArea) => void;
  /** It is no longer being changed. */
  readonly onReshaped: () => void;
}

export interface AreaMarking {
  readonly isOn: boolean;
  readonly isPossible: boolean;
  readonly toggle: () => void;
  /** While it is on. */
  readonly drawing: AreaDrawing | undefined;
  /** What a screen reader should say. */
  readonly heard: string;
}

/** Marking areas of pages: by dragging, or by a rectangle that the arrow keys move and size. */
export function useAreaMarking(parts: AreaMarkingParts): AreaMarking {
  const { place, record, clear, middleInView, onMarked, reshaped, onReshape, onReshaped } = parts;
  const [isDrawing, setDrawing] = useState(false);
  const [drawn, setDraft] = useState<MarkedArea>();
  const isOn = isDrawing || reshaped !== undefined;
  const draft = drawn ?? reshaped?.area;
  const [colour, setColour] = useState<MarkColour>('key');

  const stop = useCallback(() => {
    setDrawing(false);
    setDraft(undefined);
    onReshaped();
  }, [onReshaped]);
  const mark = useCallback(
    (area: MarkedArea, chosen: MarkColour) => {
      if (place === undefined) return;
      if (reshaped !== undefined) {
        onReshape(reshaped.id, area);
        stop();
        return;
      }
      const seed = seedArea(place, area, randomId(), chosen);
      setColour(chosen);
      void record([markedAct(seed)]);
      onMarked(seed);
      // Where there is text, the pointer goes back to it; where there is none, areas are all there is to mark.
      if (place.work.text === '') setDraft(undefined);
      else stop();
    },
    [place, record, onMarked, reshaped, onReshape, stop],
  );
  const begin = (withDraft: boolean): void => {
    clear();
    setDrawing(true);
    setDraft(withDraft ? firstDraft() : undefined);
  };
  const firstDraft = (): MarkedArea | undefined => {
    const { page, point } = middleInView();
    const size = sizeOf(place, page);
    return size === undefined ? undefined : areaAround(size, point);
  };

  const canSteer = (): boolean => isOn && !isTyping(document.activeElement);
  const steer = (
    keys: string,
    label: string,
    change: (size: PageSize, area: MarkedArea) => MarkedArea,
  ): Shortcut => ({
    keys,
    label,
    group,
    when: canSteer,
    run: () => {
      const area = draft ?? firstDraft();
      const size = area === undefined ? undefined : sizeOf(place, area.page);
      if (area === undefined || size === undefined) return;
      setDraft(draft === undefined ? area : change(size, area));
    },
  });
  useShortcuts([
    {
      keys: 'Alt+5',
      label: 'Mark an area of the page',
      group,
      when: () => place !== undefined,
      run: () => {
        if (isOn) stop();
        else begin(true);
      },
    },
    ...directions.flatMap(([key, word, way]) => [
      steer(key, `Area: move it ${word}`, (size, area) => moveArea(size, area, way, 'coarse')),
      steer(`Shift+${key}`, `Area: its lower right corner ${word}`, (size, area) =>
        sizeArea(size, area, way, 'coarse'),
      ),
      steer(`Ctrl+${key}`, `Area: move it a little ${word}`, (size, area) =>
        moveArea(size, area, way, 'fine'),
      ),
    ]),
    {
      keys: 'Enter',
      label: 'Area: mark it, or keep it so',
      group,
      when: () => canSteer() && draft !== undefined,
      run: () => {
        if (draft !== undefined) mark(draft, colour);
      },
    },
    ...markColours.map((each): Shortcut => ({
      keys: markKey(each),
      label: `Area: mark it as ${firstColourWords[each]}`,
      group,
      when: () => canSteer() && draft !== undefined && reshaped === undefined,
      run: () => {
        if (draft !== undefined) mark(draft, each);
      },
    })),
    { keys: 'Esc', label: 'Area: stop', group, when: () => isOn, run: stop },
  ]);

  const drawing = useMemo(
    (): AreaDrawing => ({
      draft,
      onDrawn: (area) => {
        mark(area, colour);
      },
    }),
    [draft, colour, mark],
  );
  const size = draft === undefined ? undefined : sizeOf(place, draft.page);
  return {
    isOn,
    isPossible: place !== undefined,
    toggle: () => {
      if (isOn) stop();
      else begin(false);
    },
    drawing: isOn ? drawing : undefined,
    heard: !isOn
      ? ''
      : draft !== undefined && size !== undefined
        ? areaHeard(size, draft, reshaped !== undefined)
        : invited,
  };
}

const group = 'Areas';
const invited = 'Marking areas: drag over the page, or press an arrow key. Esc ends it.';

const directions = [
  ['Left', 'left', [-1, 0]],
  ['Right', 'right', [1, 0]],
  ['Up', 'up', [0, -1]],
  ['Down', 'down', [0, 1]],
] as const;

function sizeOf(place: AreaMarkingParts['place'], page: number): PageSize | undefined {
  const stored = place?.work.pages[page];
  return stored === undefined ? undefined : { page, width: stored.width, height: stored.height };
}
