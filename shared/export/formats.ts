/** All formats, in the order they are offered and made. The builders are elsewhere: they weigh too much for a screen. */
export const exportFormats = ['docx', 'pdf', 'html', 'md', 'csv', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];
