/** Ids are 32 lower-case hex digits: 128 random bits, safe as file names everywhere. */
type Branded<Name extends string> = string & { readonly brand: Name };

export type SourceId = Branded<'SourceId'>;
export type MarkId = Branded<'MarkId'>;
export type TagId = Branded<'TagId'>;
export type PersonId = Branded<'PersonId'>;
export type CaseId = Branded<'CaseId'>;
export type FileId = Branded<'FileId'>;
export type DeviceId = Branded<'DeviceId'>;
export type ChangeId = Branded<'ChangeId'>;

type AnyId = SourceId | MarkId | TagId | PersonId | CaseId | FileId | DeviceId | ChangeId;

const shape = /^[0-9a-f]{32}$/;

export function isId(value: unknown): value is AnyId {
  return typeof value === 'string' && shape.test(value);
}

export function randomId<Id extends AnyId>(): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') as Id;
}
