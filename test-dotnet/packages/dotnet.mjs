import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const environment = (home) => ({
  ...process.env,
  DOTNET_CLI_UI_LANGUAGE: 'en',
  DOTNET_NOLOGO: '1',
  DOTNET_CLI_TELEMETRY_OPTOUT: '1',
  MSBUILDDISABLENODEREUSE: '1',
  NUGET_PACKAGES: join(home, 'global-packages'),
});

/** What it printed, whatever its exit code. */
export function dotnet(home, args, options = {}) {
  const { stdout, stderr } = spawnSync('dotnet', args, {
    cwd: home,
    env: environment(home),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...options,
  });
  return `${stdout}${stderr}`;
}

/** null: no SDK is installed. */
export function sdkFolder() {
  const { status, stdout } = spawnSync('dotnet', ['--list-sdks'], { encoding: 'utf8' });
  const [, version, folder] =
    /^(\S+) \[(.+)\]$/.exec(status === 0 ? (stdout.trim().split('\n').at(-1) ?? '') : '') ?? [];
  return version === undefined ? null : join(folder, version);
}

/** A project file of ours in `home`, run by MSBuild. */
export function msbuild(home, name, project, ...args) {
  writeFileSync(join(home, name), project);
  return dotnet(home, ['msbuild', name, '-nologo', '-v:m', '-tl:off', ...args]);
}

export const xml = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
