const longestLink = 4096;

/**
 * A link's target in its normal form, or undefined: only `http:`, `https:` and `mailto:`, as the URL standard reads it
 * (so that "java\\nscript:" is seen for what it is). It is shown to a person and never followed.
 */
export function safeLink(target: string, base?: string): string | undefined {
  const trimmed = target.trim();
  if (trimmed === '' || trimmed.length > longestLink || !URL.canParse(trimmed, base)) {
    return undefined;
  }
  const { href, protocol } = new URL(trimmed, base);
  if (href.length > longestLink) return undefined;
  return protocol === 'http:' || protocol === 'https:' || protocol === 'mailto:' ? href : undefined;
}
