import { spawnSync } from 'node:child_process';

/**
 * Restores and builds the project in `folder` into `output`. Gives null, or why its packages can't be had here; throws what the compiler
 * says. `isRestored`: with the packages of the build before.
 */
export function build(folder, output, properties = {}, isRestored = false) {
  const given = ['-v', 'q', '-nologo', ...Object.entries(properties).map(([name, value]) => `-p:${name}=${value}`)];
  const restore = () => dotnet(['restore', ...given], folder);
  const missing = isRestored ? null : restore() && restore(); // once more: feeds have hiccups
  if (missing !== null) return missing;
  const problem = dotnet(['build', '--no-restore', '-p:UseAppHost=false', '-o', output, ...given], folder);
  if (problem !== null) throw new Error(problem);
  return null;
}

/** null, or the first error it printed. */
function dotnet(args, cwd) {
  const { status, stdout } = spawnSync('dotnet', args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 600_000 });
  if (status === 0) return null;
  return status === null ? `dotnet ${args[0]} did not end in ten minutes` : (/error .*/.exec(stdout)?.[0] ?? stdout);
}
