import { safeLink } from '../text/safe-link.ts';

/** An address on the web in its normal form; undefined for any other, such as that of a file somewhere. */
export function webAddress(text: string, base?: string): string | undefined {
  const address = safeLink(text, base);
  return address?.startsWith('http') === true ? address : undefined;
}

/** Host without "www.", or empty. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : '';
}

const archived = /^https?:\/\/web\.archive\.org\/web\/\d{4,14}(?:[a-z]{2}_)?\/(https?:\/\/?.+)$/i;

/** What an archive's address is a copy of. */
export function archivedAddress(address: string): string | undefined {
  const original = archived.exec(address)?.[1];
  return original === undefined
    ? undefined
    : webAddress(original.replace(/^(https?:)\/(?!\/)/, '$1//'));
}
