/** Ids are 32 lower-case hex digits: 128 random bits, safe as file names everywhere. */
type Branded<Name extends string> = string & { readonly brand: Readonly<Record<Name, true>> };

export type SourceId = Branded<'source'>;
export type MarkId = Branded<'mark'>;
export type QuoteId = Branded<'quote'>;
export type StatementId = Branded<'statement'>;
export type TagId = Branded<'tag'>;
export type PersonId = Branded<'person'>;
export type OrganisationId = Branded<'organisation'>;
export type CaseId = Branded<'case'>;
export type FileId = Branded<'file'>;
export type DeviceId = Branded<'device'>;
export type ChangeId = Branded<'change'>;

/** Well-formed, and not yet said of what: assignable to every kind of id. */
export type AnyId = Branded<
  | 'source'
  | 'mark'
  | 'quote'
  | 'tag'
  | 'person'
  | 'case'
  | 'file'
  | 'device'
  | 'change'
  | 'statement'
  | 'organisation'
>;

const shape = /^[0-9a-f]{32}$/;

export function isId(value: unknown): value is AnyId {
  return typeof value === 'string' && shape.test(value);
}

export function randomId(): AnyId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') as AnyId;
}
