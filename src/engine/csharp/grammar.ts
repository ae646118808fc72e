/** The two wasm files of the C# parser, as bytes: the engine fetches nothing. */
export interface GrammarBytes {
  readonly runtime: Uint8Array<ArrayBuffer>; // web-tree-sitter.wasm
  readonly language: Uint8Array<ArrayBuffer>; // tree-sitter-c_sharp.wasm
}
