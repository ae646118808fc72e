import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** The command line as one file that needs nothing beside it. */
export default defineConfig(({ mode }) => ({
  publicDir: false,
  plugins: [inlineGzip()],
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: mode === 'bench' ? 'src/cli/bench.ts' : 'src/cli/main.ts',
    outDir: mode === 'bench' ? '.bench' : 'dist-cli',
    emptyOutDir: mode !== 'bench',
    target: 'node20.19',
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { eval: false }, // the parser's runtime has a way to run scripts of its own; it is not taken
      output: {
        entryFileNames: mode === 'bench' ? 'bench.mjs' : 'upgrade.mjs',
        codeSplitting: false,
        banner: '#!/usr/bin/env node',
      },
    },
  },
}));

/** `import text from 'x.wasm?gzip'` gives the file's bytes, compressed and in base64. */
function inlineGzip(): Plugin {
  const suffix = '?gzip';
  return {
    name: 'inline-gzip',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith(suffix)) return null;
      const resolved = await this.resolve(source.slice(0, -suffix.length), importer, { skipSelf: true });
      return resolved && `\0${resolved.id}${suffix}`;
    },
    async load(id) {
      if (!id.endsWith(suffix)) return null;
      const bytes = await readFile(id.slice(1, -suffix.length));
      return `export default ${JSON.stringify(gzipSync(bytes, { level: 9 }).toString('base64'))};`;
    },
  };
}
