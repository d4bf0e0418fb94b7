// Fields: what a document computes. Between `begin` and `separate` stands how, up to `end` what came of it; they may be nested.
import { linkOfField } from './run-text.ts';

interface Field {
  isResult: boolean;
  instruction: string;
  link: string | undefined;
}

const longestInstruction = 4_000;
const deepest = 100;

export class FieldStack {
  readonly #open: Field[] = [];
  /** Of the open fields, those still at their instruction. */
  #hiding = 0;

  /** What is written now is no text of the document. */
  get isHidden(): boolean {
    return this.#hiding > 0;
  }

  /** Where the innermost link leads. */
  get link(): string | undefined {
    return this.#open.findLast(({ link }) => link !== undefined)?.link;
  }

  turn(type: string): void {
    if (type === 'begin') this.begin();
    else if (type === 'separate') this.separate();
    else if (type === 'end') this.end();
  }

  begin(): void {
    if (this.#open.length >= deepest) return;
    this.#open.push({ isResult: false, instruction: '', link: undefined });
    this.#hiding++;
  }

  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field === undefined || field.isResult || field.instruction.length > longestInstruction)
      return;
    field.instruction += text;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field === undefined || field.isResult) return;
    field.isResult = true;
    field.link = linkOfField(field.instruction);
    this.#hiding--;
  }

  end(): void {
    if (this.#open.pop()?.isResult === false) this.#hiding--;
  }

  /** An instruction that was never ended must not swallow the rest of the document. */
  endParagraph(): void {
    for (const field of this.#open) field.isResult = true;
    this.#hiding = 0;
  }
}
