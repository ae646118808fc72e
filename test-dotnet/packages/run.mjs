// The package rules' cases as MSBuild evaluates and NuGet restores them, before and after the edits, and NuGet's versions beside ours.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tally } from '../../scripts/lib/tally.mjs';
import { sdkFolder } from './dotnet.mjs';
import { evaluationTests } from './evaluation.mjs';
import { restoreTests } from './restore.mjs';
import { readStates } from './states.mjs';
import { versionTests } from './versions.mjs';

const sdk = sdkFolder();
if (sdk === null) {
  console.log('No .NET SDK is installed, so nothing is compared with it.\n0 passed, 0 failed');
} else {
  const home = mkdtempSync(join(tmpdir(), 'wizard-packages-'));
  const tests = tally();
  const { states, engine, close } = await readStates(home);
  try {
    evaluationTests(tests, states, home, engine);
    await restoreTests(tests, states, home, sdk, engine);
    versionTests(tests, home, sdk, engine);
  } finally {
    await close();
    rmSync(home, { recursive: true, force: true });
  }
  tests.end();
}
