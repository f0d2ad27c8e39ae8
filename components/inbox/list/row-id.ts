const prefix = "conversation-";

/** The id of a row's link in the page. */
export const rowElementId = (id: number) => `${prefix}${id}`;

/** The conversation whose row has the focus. */
export function focusedRowId(): number | null {
  const id = document.activeElement?.id ?? "";
  return id.startsWith(prefix) ? Number(id.slice(prefix.length)) : null;
}

/** The conversation of a row, given its list item. */
export function rowIdIn(item: HTMLElement): number | null {
  const id = item.querySelector(`[id^="${prefix}"]`)?.id;
  return id === undefined ? null : Number(id.slice(prefix.length));
}

/** The conversation whose row an event happened on. */
export function rowIdAt(target: EventTarget | null): number | null {
  const link = target instanceof Element ? target.closest("li")?.querySelector(`[id^="${prefix}"]`) : null;
  return link ? Number(link.id.slice(prefix.length)) : null;
}

/** @returns false when it is not drawn */
export function focusRow(id: number): boolean {
  const element = document.querySelector<HTMLElement>(`#${rowElementId(id)}`);
  element?.focus({ preventScroll: true });
  return element !== null;
}
