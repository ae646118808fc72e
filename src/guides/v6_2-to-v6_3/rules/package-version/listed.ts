export const code = (text: string) => `\`${text}\``;

/** `a, b and c`. */
export const listed = (words: readonly string[]) =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** `a, b, c and 19 more`. */
export const firstOf = (words: readonly string[], count = 3) =>
  words.length <= count + 1 ? listed(words) : `${words.slice(0, count).join(', ')} and ${words.length - count} more`;
