// Which rows of a table are chosen, as in every list of files: one more, one less, or all between two. Plain values.

export interface RowSelection<Id extends string> {
  readonly ids: ReadonlySet<Id>;
  /** The row that Shift extends from. */
  readonly anchor: Id | undefined;
}

export function noRows<Id extends string>(): RowSelection<Id> {
  return { ids: new Set(), anchor: undefined };
}

export function toggleRow<Id extends string>({ ids }: RowSelection<Id>, id: Id): RowSelection<Id> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** All rows from the anchor to this one are chosen, in the order they are shown in, and no others. */
export function extendTo<Id extends string>(
  { ids, anchor }: RowSelection<Id>,
  order: readonly Id[],
  id: Id,
): RowSelection<Id> {
  const from = anchor === undefined ? -1 : order.indexOf(anchor);
  const to = order.indexOf(id);
  if (to < 0) return { ids, anchor };
  if (from < 0) return { ids: new Set([id]), anchor: id };
  return {
    ids: new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)),
    anchor,
  };
}

export function allRows<Id extends string>(order: readonly Id[]): RowSelection<Id> {
  return { ids: new Set(order), anchor: order[0] };
}

/** Rows that are no longer shown are no longer chosen: nobody acts on what they cannot see. */
export function onlyShown<Id extends string>(
  selection: RowSelection<Id>,
  order: readonly Id[],
): RowSelection<Id> {
  const shown = order.filter((id) => selection.ids.has(id));
  if (shown.length === selection.ids.size) return selection;
  const { anchor } = selection;
  return {
    ids: new Set(shown),
    anchor: anchor !== undefined && order.includes(anchor) ? anchor : undefined,
  };
}
