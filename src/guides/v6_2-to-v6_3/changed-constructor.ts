import type { Construction } from '../../engine/csharp/index-types.ts';
import { type GivenMore, giveMore } from '../../engine/facts/constructors/give-more.ts';
import type { Wanted } from '../../engine/facts/constructors/wanted.ts';
import type { Facts } from '../../engine/facts/facts.ts';
import { buildsBoth } from '../../engine/facts/versions-built.ts';
import { evidence } from '../../engine/rules/evidence.ts';
import type { Explanation, FixDraft } from '../../engine/rules/finding.ts';

/** A constructor of the product that takes one argument more. */
export interface ChangedConstructor {
  readonly item: string; // of the coverage list
  readonly type: string;
  readonly before: number; // arguments that the old one took, all of them required
  readonly index: number; // where the new one stands
  readonly name: string;
  readonly gives: string; // what it is, in words
  readonly wanted: Wanted;
}

/** A call with the old arguments, and what it takes to give it the new one. */
export interface OldCall {
  readonly changed: ChangedConstructor;
  readonly call: Construction;
  readonly more: GivenMore;
}

export const oldCalls = (changes: readonly ChangedConstructor[], facts: Facts): OldCall[] =>
  changes.flatMap((changed) =>
    facts.csharp
      .constructionsOf(changed.type)
      .filter(({ arguments: given }) => given.length === changed.before)
      .map((call) => ({ changed, call, more: giveMore(call, changed.index, changed.name, changed.wanted, facts) })),
  );

/** `why`: what the new argument is there for, as a sentence of its own. */
export function explainOldCall({ changed, call, more }: OldCall, facts: Facts, why: string): Explanation {
  const type = changed.type.replace(/^.*\./, '');
  const source = (path: Construction['path']) => facts.csharp.sourceOf(path);
  const { obstacle } = more;
  return {
    title: `The constructor of \`${type}\` needs ${changed.gives}`,
    message:
      `${call.kind === 'new' ? `A \`${type}\` is made` : `A class derived from \`${type}\` calls its constructor`} with the ` +
      `${numbers[changed.before]} of 6.2. 6.3 has one more, \`${changed.name}\`, so this no longer compiles (CS7036). ${why}` +
      (buildsBoth(call, facts)
        ? ' This code is built against an older version too, and no form compiles on both: divide it with `#if`.'
        : obstacle
          ? ' How to come by it could not be told from the code, so this is for you to change.'
          : ''),
    severity: 'breaks-build',
    confidence: call.confidence,
    projects: call.projects,
    items: [changed.item],
    evidence: [
      evidence(source(call.path), call.span, 'calls the constructor with the old arguments'),
      ...more.places.map((at) => evidence(source(at.path), at.span, at.because)),
      ...(obstacle ? [evidence(source(obstacle.path), obstacle.span, obstacle.because)] : []),
    ],
  };
}

const numbers = ['', 'one argument', 'two arguments', 'three arguments', 'four arguments', 'five arguments'];

export function fixOldCall({ changed, call, more }: OldCall, facts: Facts): FixDraft[] {
  if (more.obstacle || buildsBoth(call, facts)) return [];
  const fix = { id: 'give', title: `Give it ${changed.gives}`, changes: more.changes };
  return more.hasStandIn
    ? [
        {
          ...fix,
          safety: 'review',
          caution: 'The test is given the defaults of 6.3, which may not be what it is about.',
        },
      ]
    : [{ ...fix, safety: 'safe' }];
}
