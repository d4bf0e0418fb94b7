import type { TagId } from './ids.ts';

export interface Tag {
  readonly id: TagId;
  readonly name: string;
}
