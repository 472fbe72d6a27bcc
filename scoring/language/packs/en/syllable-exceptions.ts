export const EN_SYLLABLE_EXCEPTIONS: ReadonlyMap<string, number> = new Map();
