// What is being typed into secret fields: code points in arrays of our own, so that they can be overwritten. Strings
// cannot be, so none is made while every character is ASCII.
import type { SecretEdit, SecretField } from './calls/opening.ts';

const capacity = 1024;

interface Buffer {
  readonly points: Uint32Array<ArrayBuffer>;
  length: number;
}

export class Secrets {
  readonly #buffers = new Map<SecretField, Buffer>();

  /** Replaces the code points [from, to) by those of `insert`; out-of-range ends are taken as the nearest. */
  edit({ field, from, to, insert }: SecretEdit): number {
    const buffer = this.#buffer(field);
    const start = Math.max(0, Math.min(from, buffer.length));
    const end = Math.max(start, Math.min(to, buffer.length));
    const points = Array.from(insert, (character) => character.codePointAt(0) ?? 0);
    const room = capacity - (buffer.length - (end - start));
    const added = points.slice(0, room);
    buffer.points.copyWithin(start + added.length, end, buffer.length);
    buffer.points.set(added, start);
    const length = buffer.length + added.length - (end - start);
    buffer.points.fill(0, length, Math.max(length, buffer.length));
    buffer.length = length;
    return length;
  }

  length(field: SecretField): number {
    return this.#buffers.get(field)?.length ?? 0;
  }

  same(a: SecretField, b: SecretField): boolean {
    const left = this.#buffer(a);
    const right = this.#buffer(b);
    let difference = left.length ^ right.length;
    for (let i = 0; i < capacity; i++) {
      difference |= (left.points[i] ?? 0) ^ (right.points[i] ?? 0);
    }
    return difference === 0;
  }

  /** UTF-8 of the NFC form, as key derivation takes it. The caller overwrites it after use. */
  bytes(field: SecretField): Uint8Array<ArrayBuffer> {
    const { points, length } = this.#buffer(field);
    const typed = points.subarray(0, length);
    if (typed.every((point) => point < 0x80)) return Uint8Array.from(typed);
    return new TextEncoder().encode(this.text(field).normalize('NFC'));
  }

  /** As a string, which nothing can overwrite: for the strength meter and the recovery key only. */
  text(field: SecretField): string {
    const { points, length } = this.#buffer(field);
    return Array.from(points.subarray(0, length), (point) => String.fromCodePoint(point)).join('');
  }

  clear(): void {
    for (const buffer of this.#buffers.values()) {
      buffer.points.fill(0);
      buffer.length = 0;
    }
  }

  #buffer(field: SecretField): Buffer {
    const held = this.#buffers.get(field);
    if (held !== undefined) return held;
    const fresh = { points: new Uint32Array(capacity), length: 0 };
    this.#buffers.set(field, fresh);
    return fresh;
  }
}
