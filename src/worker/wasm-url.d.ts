/** Vite gives the address under which the page serves the file. */
declare module '*.wasm?url' {
  const url: string;
  export default url;
}
