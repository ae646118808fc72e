/** Bytes of the file, compressed and in base64: see `vite.cli.config.ts`. */
declare module '*.wasm?gzip' {
  const base64: string;
  export default base64;
}
