import { gunzipSync } from 'node:zlib';
import language from 'tree-sitter-c-sharp/tree-sitter-c_sharp.wasm?gzip';
import runtime from 'web-tree-sitter/web-tree-sitter.wasm?gzip';
import { loadGrammar } from '../engine/csharp/grammar.ts';
import { conflictCheckFor } from '../engine/decisions/conflict-check.ts';
import { defaultDecisions } from '../engine/decisions/default-decisions.ts';
import { invariant } from '../engine/errors.ts';
import { openUpgrade } from '../engine/open-upgrade.ts';
import type { Progress } from '../engine/upgrade.ts';
import { guides } from '../guides/index.ts';

export interface Row {
  readonly phase: string;
  readonly seconds: number;
  readonly megabytes: number; // of the whole process, at its highest by the end of the phase
}

const inflated = (base64: string) => new Uint8Array(gunzipSync(Buffer.from(base64, 'base64')));

/** Every phase of one upgrade, in order. `scripts/bench.mjs` prints it. */
export async function measure(bytes: Uint8Array): Promise<readonly Row[]> {
  const [guide] = guides.values();
  invariant(guide, 'there is a guide');
  const rows: Row[] = [];
  const first = performance.now();
  let last = first;
  const note = (phase: string) => {
    rows.push({ phase, seconds: (performance.now() - last) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 });
    last = performance.now();
  };

  const grammar = await loadGrammar({ runtime: inflated(runtime), language: inflated(language) });
  note('load the C# parser');
  const onProgress = phaseNoter(note);
  const input = { kind: 'archive', name: 'solution.zip', bytes } as const;
  const upgrade = await openUpgrade(input, { guide, grammar, target: guide.defaultTarget, onProgress });
  note('find the C# that matters, and parse it');
  const analysis = upgrade.analyse(new Map());
  note(`run ${guide.rules.length} rules`);
  const decisions = defaultDecisions(analysis, 'all', new Map(), conflictCheckFor(analysis));
  const { archive } = await upgrade.deliver(analysis, decisions);
  note(`patch, pack and report ${analysis.findings.length} findings`);
  invariant(archive.bytes.length > 0, 'something was packed');
  const { megabytes } = rows.at(-1)!;
  return [...rows, { phase: 'all of it', seconds: (performance.now() - first) / 1000, megabytes }];
}

/** A phase ends when the next one first reports. */
function phaseNoter(note: (phase: string) => void) {
  const names = { archive: 'open the archive', projects: 'read the projects' } as const;
  return ({ phase, done, total }: Progress) => {
    if (done === total && (phase === 'archive' || phase === 'projects')) note(names[phase]);
  };
}
