// Covering the page by hand, outside React: it must not wait for a rendering, nor fail with one.

let title = '';

/** `cover` is put above everything, open dialogs too; popups end; nothing else is even painted (Cover.module.css). */
export function coverPage(cover: HTMLDialogElement): void {
  document.documentElement.dataset['covered'] = '';
  for (const popup of document.querySelectorAll<HTMLElement>(':popover-open')) popup.hidePopover();
  cover.setAttribute('closedby', 'none');
  cover.showModal(); // takes the focus, which saves what was being typed and ends the browser's own lists
  title = document.title;
  document.title = '';
}

export function uncoverPage(cover: HTMLDialogElement): void {
  cover.close();
  delete document.documentElement.dataset['covered'];
  document.title = title;
}
