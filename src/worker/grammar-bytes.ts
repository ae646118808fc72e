import languageUrl from 'tree-sitter-c-sharp/tree-sitter-c_sharp.wasm?url';
import runtimeUrl from 'web-tree-sitter/web-tree-sitter.wasm?url';
import type { GrammarBytes } from '../engine/csharp/grammar.ts';

/** The only thing the worker fetches: two files of the page itself. */
export async function fetchGrammar(): Promise<GrammarBytes> {
  const [runtime, language] = await Promise.all([bytesAt(runtimeUrl), bytesAt(languageUrl)]);
  return { runtime, language };
}

async function bytesAt(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} could not be loaded (${response.status}).`);
  return new Uint8Array(await response.arrayBuffer());
}
