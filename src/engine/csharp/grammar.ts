import { Language, Parser } from 'web-tree-sitter';

/** The two wasm files of the C# parser, as bytes: the engine fetches nothing. */
export interface GrammarBytes {
  readonly runtime: Uint8Array<ArrayBuffer>; // web-tree-sitter.wasm
  readonly language: Uint8Array<ArrayBuffer>; // tree-sitter-c_sharp.wasm
}

export interface Grammar {
  readonly parser: Parser;
}

let loading: Promise<Grammar> | undefined;

/** Loads the parser once per realm; later calls give the same one. */
export function loadGrammar(bytes: GrammarBytes): Promise<Grammar> {
  loading ??= load(bytes);
  return loading;
}

async function load({ runtime, language }: GrammarBytes): Promise<Grammar> {
  await Parser.init({ wasmBinary: runtime });
  const parser = new Parser();
  parser.setLanguage(await Language.load(language));
  return { parser };
}
