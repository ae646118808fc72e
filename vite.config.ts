import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import JSZip from 'jszip';
import type { Plugin } from 'vite';
import { configDefaults, defineConfig } from 'vitest/config';
import { ruleExamples } from './scripts/lib/rule-examples.ts';

const sample = 'harbour-shop';

export default defineConfig({
  base: './', // works under any sub-path; routes are behind the hash
  plugins: [react(), englishOnly(), sampleSolution(), examplesOfRules(), policyOnlyWhenBuilt()],
  worker: { format: 'es' },
  preview: { allowedHosts: ['wizard.test'] }, // the made-up name of a browser test
  build: {
    target: 'es2023',
    cssTarget: ['chrome125', 'firefox128', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // a data: URL would need a wider policy than 'self'
    reportCompressedSize: false,
  },
  test: {
    exclude: [...configDefaults.exclude, 'e2e/**', '**/cases/**', 'src/testing/solutions/**'],
  },
});

/** React Aria brings its few built-in words in some thirty languages; the page speaks one. */
function englishOnly(): Plugin {
  const other =
    /[\\/]react-(?:aria|aria-components|stately)[\\/].*[\\/]intl[\\/].*[\\/](?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/;
  return {
    name: 'english-only',
    enforce: 'pre',
    load: { filter: { id: other }, handler: () => 'export default {}' },
  };
}

/** Zips a solution of the tests so that a visitor without one at hand can look around. */
function sampleSolution(): Plugin {
  const folder = `src/testing/solutions/${sample}/before`;
  const fileName = `sample/${sample}.zip`;
  return {
    name: 'sample-solution',
    configureServer: (server) => {
      server.middlewares.use(`/${fileName}`, async (_request, response) => response.end(await zipOf(folder)));
    },
    async generateBundle() {
      if (this.environment.name === 'client') this.emitFile({ type: 'asset', fileName, source: await zipOf(folder) });
    },
  };
}

/** For the catalogue: before and after, from the rules' own cases. */
function examplesOfRules(): Plugin {
  const id = 'virtual:rule-examples';
  return {
    name: 'examples-of-rules',
    resolveId: { filter: { id: /^virtual:rule-examples$/ }, handler: () => `\0${id}` },
    load: {
      filter: { id: /^\0virtual:rule-examples$/ },
      handler: () => `export default ${JSON.stringify(ruleExamples('src/guides/v6_2-to-v6_3/rules'))}`,
    },
  };
}

async function zipOf(folder: string): Promise<Uint8Array> {
  const zip = new JSZip();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) {
    const name = path.slice(folder.length + 1).replaceAll('\\', '/');
    zip.file(name, await readFile(path), { createFolders: false, date: new Date(Date.UTC(2024, 0, 1)) });
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** The development server injects inline scripts and styles, which the page's own policy forbids. */
function policyOnlyWhenBuilt(): Plugin {
  return {
    name: 'policy-only-when-built',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
  };
}
