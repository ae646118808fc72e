import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The parser's wasm: the worker fetches it, the command line has it inlined; the engine is given the bytes. */
const grammar = ['web-tree-sitter/web-tree-sitter.wasm', 'tree-sitter-c-sharp/tree-sitter-c_sharp.wasm'];

/** Who may import whom. Files of tests and of `testing/` may import anything. */
const layers: Readonly<Record<string, readonly string[]>> = {
  engine: [
    'jszip',
    'web-tree-sitter',
    '@lezer/xml',
    '@lezer/common',
    'jsonc-parser',
    'diff',
    'picomatch',
    '@noble/hashes',
  ],
  guides: ['engine'],
  worker: ['engine', 'guides', 'comlink', ...grammar],
  cli: ['engine', 'guides', 'node:*', ...grammar],
  store: ['engine', 'guides', 'worker', 'zustand', 'react'],
  ui: ['react', 'react-aria-components', 'lucide-react', 'diff', 'highlight.js'],
  app: ['engine', 'guides', 'store', 'ui', 'react', 'react-dom', 'react-router', 'react-aria-components', 'virtual:*'],
};

/**
 * Inside the engine, each folder stands on those before it. Of the files beside them, `errors.ts` is for all,
 * `analysis.ts` holds the types that rules answer with, and the others stand on top.
 */
const engineFolders = ['text', 'workspace', 'archive', 'csharp', 'facts', 'rules', 'decisions', 'patch', 'report'];

interface Import {
  readonly from: string; // 'engine/rules/rule.ts', below src
  readonly to: string; // the same, or a package as written
}

/** One sentence where the import breaks the map, else null. */
function objection({ from, to }: Import): string | null {
  const layer = topOf(from);
  const allowed = layers[layer];
  if (!allowed) return null;
  if (topOf(to) === layer) return layer === 'engine' ? engineObjection(from, to) : null;
  return allowed.some((name) => reaches(name, to)) ? null : `${from} imports ${to}`;
}

function engineObjection(from: string, to: string): string | null {
  const [own, other] = [engineLevel(from), engineLevel(to)];
  return other <= own ? null : `${from} imports ${to}, which stands on it`;
}

function engineLevel(path: string) {
  const [, folder, ...rest] = path.split('/');
  if (path === 'engine/errors.ts') return -1;
  if (path === 'engine/analysis.ts') return engineFolders.indexOf('rules');
  return rest.length === 0 ? engineFolders.length : engineFolders.indexOf(folder!);
}

const topOf = (path: string) => path.split('/')[0]!;
const reaches = (name: string, to: string) =>
  name.endsWith(':*') ? to.startsWith(name.slice(0, -1)) : to === name || to.startsWith(`${name}/`);

/** Static, dynamic and type-only imports, and what a module passes on. */
function importsIn(from: string, text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const pattern =
    /(?:^|[;\s])(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
  return [...code.matchAll(pattern)].map(([, plain, dynamic]) => {
    const path = (plain ?? dynamic)!.replace(/\?.*$/, '');
    return { from, to: path.startsWith('.') ? posix.join(posix.dirname(from), path) : path };
  });
}

const root = new URL('.', import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .filter((path) => !path.startsWith('testing/') && !path.includes('/cases/'));

describe('the import map', () => {
  it('is kept by every file', () => {
    const imports = sources.flatMap((path) => importsIn(path, readFileSync(new URL(path, root), 'utf8')));
    expect(imports.map(objection).filter((sentence) => sentence !== null)).toEqual([]);
  });

  it('knows every folder of the engine', () => {
    const folders = new Set(
      sources.filter((p) => p.startsWith('engine/') && p.split('/').length > 2).map((p) => p.split('/')[1]),
    );
    expect([...folders].filter((folder) => !engineFolders.includes(folder!))).toEqual([]);
  });

  it.each([
    ['engine/text/span.ts', `import type { A } from '../workspace/change.ts';`],
    ['engine/facts/x.ts', `export { b } from '../rules/rule.ts';`],
    ['engine/rules/rule.ts', `const g = await import('../../guides/index.ts');`],
    ['engine/report/html.ts', `import { readFile } from 'node:fs/promises';`],
    ['guides/x/guide.ts', `import { use } from 'react';`],
    ['ui/button.tsx', `import {\n  a,\n} from '../engine/errors.ts';`],
    ['app/main.tsx', `import '../worker/client.ts';`],
    ['cli/main.ts', `import { render } from '../app/main.tsx';`],
    ['engine/facts/x.ts', `import { seeded } from '../../testing/seeded.ts';`],
  ])('refuses what %s asks for', (from, code) => {
    expect(importsIn(from, code).map(objection)).toEqual([expect.stringContaining(from)]);
  });

  it.each([
    ['engine/rules/rule.ts', `import type { Facts } from '../facts/facts.ts';`],
    ['engine/text/bytes.ts', `import { invariant } from '../errors.ts';`],
    ['engine/rules/run-rules.ts', `import { sha256 } from '@noble/hashes/sha2.js';`],
    ['cli/main.ts', `import { readFile } from 'node:fs/promises';`],
    ['guides/x/guide.ts', `import text from './steps/done.md?raw';`],
    ['app/main.tsx', `// import { x } from '../worker/client.ts';`],
  ])('lets %s have what is below it', (from, code) => {
    expect(
      importsIn(from, code)
        .map(objection)
        .filter((sentence) => sentence !== null),
    ).toEqual([]);
  });
});
