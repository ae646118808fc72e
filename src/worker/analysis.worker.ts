import { expose, transfer } from 'comlink';
import type { Analysis } from '../engine/analysis.ts';
import { loadGrammar } from '../engine/csharp/grammar.ts';
import { invariant } from '../engine/errors.ts';
import { openUpgrade } from '../engine/open-upgrade.ts';
import type { Guide } from '../engine/rules/guide.ts';
import type { Delivery, Upgrade } from '../engine/upgrade.ts';
import { guides } from '../guides/index.ts';
import { fetchGrammar } from './grammar-bytes.ts';
import { outcomeOf } from './outcome.ts';
import type { AnalysisHost, GuideSummary } from './protocol.ts';
import { readInput } from './read-input.ts';

/** One solution per worker: ending the worker is what forgets it, and what cancels. */
let current: { readonly upgrade: Upgrade; readonly analysis: Analysis } | null = null;

const host: AnalysisHost = {
  read: (intake, { target, answers }, onProgress) =>
    outcomeOf(async () => {
      const guide = onlyGuide();
      const [input, bytes] = await Promise.all([readInput(intake), fetchGrammar()]);
      const grammar = await loadGrammar(bytes);
      const upgrade = await openUpgrade(input, { guide, grammar, target: target ?? guide.defaultTarget, onProgress });
      const analysis = upgrade.analyse(answers);
      current = { upgrade, analysis };
      return { guide: summaryOf(guide), analysis };
    }),

  answer: (answers) =>
    outcomeOf(() => {
      const { upgrade } = opened();
      const analysis = upgrade.analyse(answers);
      current = { upgrade, analysis };
      return analysis;
    }),

  preview: (finding, fix) => outcomeOf(() => opened().upgrade.preview(opened().analysis, finding, fix)),

  deliver: async (decisions) => {
    const outcome = await outcomeOf(async () => ownBytes(await opened().upgrade.deliver(opened().analysis, decisions)));
    return outcome.kind === 'ok' ? transfer(outcome, buffersOf(outcome.value)) : outcome;
  },
};

function opened() {
  invariant(current, 'a solution is read before it is asked about');
  return current;
}

function onlyGuide(): Guide {
  const [guide] = guides.values();
  invariant(guide, 'there is a guide');
  return guide;
}

const summaryOf = ({ id, from, to, source, targets, defaultTarget, steps, rules }: Guide): GuideSummary => ({
  id,
  from,
  to,
  source,
  targets,
  defaultTarget,
  steps,
  ruleTitles: new Map(rules.map(({ meta }) => [meta.id, meta.title])),
});

/** Bytes that can be handed over: an archive without a change is the very one the worker goes on working with. */
const ownBytes = (delivery: Delivery): Delivery => ({
  ...delivery,
  archive: { ...delivery.archive, bytes: delivery.archive.bytes.slice() },
  patch: delivery.patch.slice(),
  reversePatch: delivery.reversePatch.slice(),
});

const buffersOf = ({ archive, patch, reversePatch }: Delivery): ArrayBuffer[] =>
  [archive.bytes, patch, reversePatch].map(({ buffer }) => buffer as ArrayBuffer);

expose(host);
