import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Grammar, loadGrammar } from '../engine/csharp/grammar.ts';

const require = createRequire(import.meta.url);
const bytesOf = (module: string) => new Uint8Array(readFileSync(require.resolve(module)));

/** The parser that the app ships, from its npm packages. */
export const testGrammar = (): Promise<Grammar> =>
  loadGrammar({
    runtime: bytesOf('web-tree-sitter/web-tree-sitter.wasm'),
    language: bytesOf('tree-sitter-c-sharp/tree-sitter-c_sharp.wasm'),
  });
