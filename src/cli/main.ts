import { gunzipSync } from 'node:zlib';
import language from 'tree-sitter-c-sharp/tree-sitter-c_sharp.wasm?gzip';
import runtime from 'web-tree-sitter/web-tree-sitter.wasm?gzip';
import { loadGrammar } from '../engine/csharp/grammar.ts';
import { invariant } from '../engine/errors.ts';
import { guides } from '../guides/index.ts';
import { run } from './run.ts';

const [guide] = guides.values();
invariant(guide, 'there is a guide');

const inflated = (base64: string) => new Uint8Array(gunzipSync(Buffer.from(base64, 'base64')));

process.exitCode = await run(process.argv.slice(2), {
  guide,
  grammar: () => loadGrammar({ runtime: inflated(runtime), language: inflated(language) }),
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
});
