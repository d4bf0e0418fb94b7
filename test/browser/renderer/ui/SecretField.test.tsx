import type {} from '@vitest/browser-playwright'; // the types of cdp()
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { SecretField } from '../../../../renderer/ui/SecretField.tsx';
import { putAway, show } from '../../../support/showing.tsx';
import { TypedSecrets } from '../../../support/secrets.ts';

let secrets = new TypedSecrets();

beforeEach(async () => {
  secrets = new TypedSecrets();
  show(
    <>
      <label htmlFor="secret">Passphrase</label>
      <SecretField
        id="secret"
        aria-describedby={undefined}
        aria-invalid={undefined}
        name="passphrase"
        onEdit={secrets.edit}
      />
      <textarea aria-label="elsewhere" defaultValue="päßword 🗝" />
    </>,
  );
  await field().click();
});
afterEach(putAway);

const field = () => page.getByRole('textbox', { name: 'Passphrase' });
const input = () => field().element() as HTMLInputElement;
const typed = () => secrets.text('passphrase');

function expectDots(count: number): void {
  expect(input().value).toBe('•'.repeat(count));
}

test('sends each edit in order and holds nothing but dots', async () => {
  await userEvent.keyboard('hush');
  expect(typed()).toBe('hush');
  expect(secrets.edits.map(({ from, to, insert }) => [from, to, insert])).toEqual([
    [0, 0, 'h'],
    [1, 1, 'u'],
    [2, 2, 's'],
    [3, 3, 'h'],
  ]);
  expectDots(4);
  expect(document.documentElement.outerHTML).not.toContain('hush');
  expect(input().getAttribute('value')).toBeNull();
});

test('deletes, moves and replaces where the caret is', async () => {
  await userEvent.keyboard('abcd{Backspace}');
  expect(typed()).toBe('abc');
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}X{Delete}');
  expect(typed()).toBe('aXc');
  await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}é');
  expect(typed()).toBe('aéc');
  expectDots(3);
  await userEvent.keyboard('{Control>}a{/Control}n');
  expect(typed()).toBe('n');
  await userEvent.keyboard('{Control>}a{/Control}{Backspace}{Backspace}{Delete}');
  expect(typed()).toBe('');
  expectDots(0);
});

test('a deleted word is everything before the caret, since dots have no words', async () => {
  await userEvent.keyboard('two words{Control>}{Backspace}{/Control}');
  expect(typed()).toBe('');
});

test('takes a paste over the selection, a code point a dot', async () => {
  await userEvent.keyboard('old');
  await page.getByLabelText('elsewhere').click();
  await userEvent.keyboard('{Control>}a{/Control}');
  await userEvent.copy();
  await field().click();
  await userEvent.keyboard('{Control>}a{/Control}');
  await userEvent.paste();
  expect(typed()).toBe('päßword 🗝');
  expectDots(9);
  expect(document.body.innerHTML).not.toContain('value="päßword');
});

test('drops the line end that a pasted line brings along', () => {
  const data = 'one\r\n';
  input().dispatchEvent(
    new InputEvent('beforeinput', { inputType: 'insertFromPaste', data, cancelable: true }),
  );
  expect(typed()).toBe('one');
});

test('does not give its dots to the clipboard', async () => {
  await userEvent.keyboard('abc{Control>}a{/Control}');
  const copy = new ClipboardEvent('copy', { cancelable: true, bubbles: true });
  input().dispatchEvent(copy);
  expect(copy.defaultPrevented).toBe(true);
});

test('takes what an input method composed, and clears it from the field', async () => {
  await userEvent.keyboard('ab{ArrowLeft}');
  await cdp().send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
  expect(typed()).toBe('ab');
  await cdp().send('Input.insertText', { text: '日本' });
  expect(typed()).toBe('a日本b');
  expectDots(4);
  await userEvent.keyboard('c');
  expect(typed()).toBe('a日本cb');
});

test('has nothing to undo: Ctrl+Z changes neither the field nor the secret', async () => {
  await userEvent.keyboard('abc{Control>}z{/Control}');
  expect(typed()).toBe('abc');
  expectDots(3);
});

test('text that came in past the events does not stay', async () => {
  await userEvent.keyboard('abc');
  input().value = 'filled by something else';
  input().dispatchEvent(new InputEvent('input'));
  expectDots(3);
  expect(typed()).toBe('abc');
});

test('says how many characters there are, to those who do not see the dots', async () => {
  await expect.element(page.getByText('empty')).toBeInTheDocument();
  await userEvent.keyboard('abc');
  await expect.element(page.getByText('3 characters')).toBeInTheDocument();
});

test('leaves no dots behind when it is put away', async () => {
  await userEvent.keyboard('abc');
  const gone = input();
  putAway();
  expect(gone.value).toBe('');
});
