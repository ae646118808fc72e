/** The same object, whose methods of one or two names answer once and remember: rules ask the same questions again and again. */
export function remembering<T extends object>(index: T, methods: readonly (keyof T)[]): T {
  const remembered = Object.create(index) as T;
  for (const method of methods) {
    const ask = index[method] as (...names: string[]) => unknown;
    const answers = new Map<string, unknown>();
    remembered[method] = ((...names: string[]) => {
      const key = names.join('\n');
      if (!answers.has(key)) answers.set(key, ask.apply(index, names));
      return answers.get(key);
    }) as T[keyof T];
  }
  return remembered;
}
