// The compiler of the SDK, asked about code that stands against stand-ins of the product.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/lib/run.mjs';

/** What it says of each request, by id; with `nullable` (as `<Nullable>` has it), its warnings of null too. */
export function compile(work, product, requests) {
  const folder = join(root, 'test-dotnet/csharp/compile');
  const built = join(work, 'compile');
  execFileSync(
    'dotnet',
    ['build', folder, '-o', built, '-nologo', '-v', 'q', `-p:BaseIntermediateOutputPath=${join(work, 'obj')}/`],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const [input, output] = [join(work, 'input.json'), join(work, 'output.json')];
  writeFileSync(input, JSON.stringify({ references: references(), product, requests }));
  execFileSync('dotnet', [join(built, 'Compile.dll'), input, output], { stdio: 'inherit' });
  return new Map(JSON.parse(readFileSync(output, 'utf8')).map(({ id, errors }) => [id, errors]));
}

/** The reference assemblies of the newest framework that is installed. */
export function references() {
  const home = dirname(
    execFileSync('dotnet', ['--list-sdks'], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .at(-1)
      .match(/\[(.*)\]/)[1],
  );
  return ['Microsoft.NETCore.App.Ref', 'Microsoft.AspNetCore.App.Ref'].flatMap((pack) => {
    const versions = join(home, 'packs', pack);
    const folder = join(versions, readdirSync(versions).sort().at(-1), 'ref');
    const framework = join(folder, readdirSync(folder)[0]);
    return readdirSync(framework)
      .filter((file) => file.endsWith('.dll'))
      .map((file) => join(framework, file));
  });
}
