/** Disagreements that change no finding and no edit, each with the reason. */
export const known = {};
