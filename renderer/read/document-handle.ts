import type { MarkId } from '../../shared/evidence/ids.ts';
import type { Mark, MarkedArea } from '../../shared/evidence/mark.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import type { NumberMode } from './paragraph-numbers.ts';
import type { AreaDrawing } from '../highlight/AreaLayer.tsx';
import type { Point } from '../highlight/mark-paths.ts';

/** Where in the window a revealed passage is put, from the top; and, a little lower, where one looks. */
export const revealAt = 0.3;
export const eyeAt = 0.34;

/** What the screen asks of the document it shows, whatever its format. */
export interface DocumentHandle {
  /** The working text under a DOM range, shrunk to readable characters; `undefined` when there is none. */
  readonly rangeOf: (range: Range) => TextRange | undefined;
  /** Client rectangles of the part of a range that is laid out now, in reading order. */
  readonly rectsOf: (range: TextRange) => readonly DOMRect[];
  /** Scrolls there, at once. */
  readonly reveal: (range: TextRange) => void;
  readonly revealPage: (page: number) => void;
  readonly revealArea: (area: MarkedArea) => void;
  /** The page in the middle of the window, and the point of it that stands there, in its own units. */
  readonly middleInView: () => { readonly page: number; readonly point: Point };
  /** The first place the eye meets in the window now. */
  readonly placeInView: () => number;
  /** Where one is, so that one can come back to it at another zoom and in another window. */
  readonly place: () => ReadingPlace;
  readonly returnTo: (place: ReadingPlace) => void;
}

/** A place one reads at: the top of the window. */
export interface ReadingPlace {
  /** Offset of the working text; of a PDF about there. */
  readonly offset: number;
  /** Index of the page, and how far down in it, 0 to 1; both 0 for a text without pages. */
  readonly page: number;
  readonly fraction: number;
}

export interface ReadingRest {
  readonly place: ReadingPlace;
  /** Offset of what one looks at: a third down, where passages are put that one is led to. */
  readonly eye: number;
}

/** What is scrolled must be reached by Tab to be scrolled by keys, although it is no control. */
export const scrolledByKeys = { role: 'group', tabIndex: 0, 'aria-label': 'Document' } as const;

/** What both kinds of document are given. */
export interface DocumentProps {
  readonly work: WorkingText;
  /** In document order. */
  readonly marks: readonly Mark[];
  readonly lanes: ReadonlyMap<MarkId, number>;
  readonly selectedMark: MarkId | undefined;
  readonly onPickMark: (mark: MarkId) => void;
  /** While areas are marked; pages only. */
  readonly drawing: AreaDrawing | undefined;
  /** An area was dragged to another size or place. */
  readonly onReshape: (mark: MarkId, area: MarkedArea) => void;
  /** Drawn as selected: a selection made by keyboard, or one whose DOM selection had to go. */
  readonly selection: TextRange | undefined;
  /** Pointed out for a moment. */
  readonly flash: readonly TextRange[];
  /** What is looked for, in the order of the text, and the one of it where one stands. */
  readonly found: readonly TextRange[];
  readonly foundHere: TextRange | undefined;
  /** What is not the text (heads, notes, references to them, boilerplate) steps back. */
  readonly textOnly: boolean;
  readonly numbers: NumberMode;
  /** 1 is the natural size. */
  readonly zoom: number;
  /** Index of the page in the middle of the window, whenever it changes. */
  readonly onPage: (page: number) => void;
  /** Told when scrolling has come to rest. */
  readonly onRest: (rest: ReadingRest) => void;
}
