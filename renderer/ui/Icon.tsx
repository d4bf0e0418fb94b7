// Every icon of the program, our own: strokes on a 16-unit grid, drawn in the colour of the text beside them.
import { classNames } from './class-names.ts';
import styles from './Icon.module.css';

const paths = {
  library: 'M3 2.5h3v11H3z M6 2.5h3v11H6z M10 3.2l2.8-.7 2.2 10.6-2.8.7z',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z M10.4 10.4L14 14',
  quotes: 'M2.5 9.5h4v-4h-4v4c0 2 .8 3 2.5 3.5 M9 9.5h4v-4H9v4c0 2 .8 3 2.5 3.5',
  settings:
    'M8 5.8a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 1 1 0-4.4z M8 1.8v2 M8 12.2v2 M1.8 8h2 M12.2 8h2 M3.6 3.6L5 5 M11 11l1.4 1.4 M12.4 3.6L11 5 M5 11l-1.4 1.4',
  activity: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z M8 5v3.3l2.3 1.5',
  lock: 'M3.5 7.5h9v6h-9z M5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  key: 'M5.5 7a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7z M8 8l5.5-5.5 M11.2 4.8l2 2',
  add: 'M8 3v10 M3 8h10',
  close: 'M4 4l8 8 M12 4l-8 8',
  check: 'M3 8.5l3.3 3.3L13 4.8',
  warning: 'M8 2.2l6.2 11.3H1.8z M8 6.5v3.2 M8 11.3v.7',
  more: 'M3 8h.01 M8 8h.01 M13 8h.01',
  back: 'M9.5 3.5L5 8l4.5 4.5',
  forward: 'M6.5 3.5L11 8l-4.5 4.5',
  up: 'M3.5 10L8 5.5l4.5 4.5',
  down: 'M3.5 6L8 10.5L12.5 6',
  copy: 'M5.5 5.5h8v8h-8z M10.5 5.5v-3h-8v8h3',
  print: 'M4.5 6V2.5h7V6 M4.5 11h-2V6h11v5h-2 M4.5 9.5h7v4h-7z',
  trash: 'M3 4.5h10 M6 4.5V3h4v1.5 M4.5 4.5l.6 9h5.8l.6-9',
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6 M5.5 3.5L2.5 6.5l3 3',
  file: 'M4 2.5h5l3 3v8H4z M9 2.5v3h3',
  report: 'M4 2.5h5l3 3v8H4z M9 2.5v3h3 M5.8 9.6l1.6 1.6L10.4 8',
  folder: 'M2 4h4l1.5 1.5H14V13H2z',
  note: 'M3 3h10v7l-3 3H3z M10 13v-3h3',
  tag: 'M2.5 2.5h5l6 6-5 5-6-6z M5 5h.01',
  read: 'M8 4C6.5 3 4.5 2.8 2 3v9.5c2.5-.2 4.5 0 6 1c1.5-1 3.5-1.2 6-1V3c-2.5-.2-4.5 0-6 1z M8 4v9.5',
  pen: 'M3 13l.8-3.2L11 2.6l2.4 2.4-7.2 7.2z',
  area: 'M2.5 5V2.5H5 M11 2.5h2.5V5 M13.5 11v2.5H11 M5 13.5H2.5V11 M5.5 5.5h5v5h-5z',
  reading: 'M2.5 4h7 M2.5 7.5h5 M2.5 11h4 M8.5 13l.6-2.4 4.4-4.4 1.8 1.8-4.4 4.4z',
  underline: 'M5 2.5v5a3 3 0 0 0 6 0v-5 M4 13.5h8',
  outline: 'M2.5 3.5h11v9h-11z M6.5 3.5v9 M3.8 6h1.4 M3.8 8h1.4',
  beside: 'M2.5 3h11v10h-11z M8 3v10',
  filter: 'M2.5 3.5h11L9.5 8.5v4l-3 1v-5z',
} as const;

export type IconName = keyof typeof paths;

/** They point along the line: the other way where it runs from right to left. */
const mirrored: ReadonlySet<IconName> = new Set(['back', 'forward', 'undo', 'outline']);

/** Decoration: the words are the neighbour's or the button's label. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className={classNames(styles['icon'], mirrored.has(name) && styles['mirrored'])}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
