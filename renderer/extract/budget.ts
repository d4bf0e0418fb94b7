// What one document may cost. Beyond these it is kept as it is and called too large.

export const mostBytes = 2 ** 30;
export const mostTextBytes = 200_000_000;
/** Of a web page; most of a large one are pictures written into it. */
export const mostPageBytes = 100_000_000;
export const mostLinkBytes = 1_000_000;
export const mostPages = 20_000;
export const mostCharacters = 100_000_000;
