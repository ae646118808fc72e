/** Made at build time of the rules' own cases; see `vite.config.ts`. */
declare module 'virtual:rule-examples' {
  const examples: Readonly<
    Record<string, { readonly path: string; readonly before: string | null; readonly after: string }>
  >;
  export default examples;
}
