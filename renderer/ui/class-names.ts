/** Joins the names that are there: `classNames(styles['card'], selected && styles['on'])`. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== undefined && name !== false).join(' ');
}
