import type { Facts } from '../facts/facts.ts';
import { buildsBoth } from '../facts/versions-built.ts';
import type { Span } from '../text/span.ts';
import type { Change, Insertion, TextEdit } from '../workspace/change.ts';
import type { Confidence } from '../workspace/confidence.ts';
import { baseName, type FilePath } from '../workspace/file-path.ts';
import type { Draft } from './draft.ts';
import type { Evidence, Explanation, FixDraft, NonEmpty, Severity } from './finding.ts';

interface At {
  readonly path: FilePath;
  readonly span: Span;
}

/**
 * Code that several builds compile is read as each of them does. What they come to is one finding per place, and an edit is
 * offered only where it is right in every build that compiles what it changes.
 */
export function settleSharedCode(drafts: readonly Draft[], facts: Facts): Draft[] {
  return withoutLoose(unite(drafts, facts).map((draft) => rightEverywhere(draft, facts)));
}

function unite(drafts: readonly Draft[], facts: Facts): Draft[] {
  const united: Draft[] = [];
  for (const draft of drafts) {
    const isShared = facts.csharp.readersOf(draft.explanation.evidence[0]).length > 1;
    const i = isShared ? united.findIndex((other) => isOne(other, draft)) : -1;
    if (i < 0) united.push(draft);
    else united[i] = joined(united[i]!, draft);
  }
  return united;
}

/** One rule says it of one place: the same, or for other projects. */
function isOne(a: Draft, b: Draft): boolean {
  const [x, y] = [a.explanation, b.explanation];
  if (a.rule !== b.rule || keyOf(x.evidence[0]) !== keyOf(y.evidence[0])) return false;
  return x.title === y.title || !x.projects.some((project) => y.projects.includes(project));
}

const keyOf = ({ path, span }: At) => `${path}:${span.start}-${span.end}`;

const severities: readonly Severity[] = ['breaks-build', 'breaks-run', 'changes-behaviour', 'advice'];
const confidences: readonly Confidence[] = ['certain', 'likely', 'possible'];
const rank = ({ severity, confidence }: Explanation) =>
  severities.indexOf(severity) * confidences.length + confidences.indexOf(confidence);

function joined(a: Draft, b: Draft): Draft {
  const [first, other] = rank(b.explanation) < rank(a.explanation) ? [b, a] : [a, b];
  const fixes = first.fixes.filter((fix) => other.fixes.some((one) => isSame(one, fix)));
  const isLess = fixes.length < Math.max(a.fixes.length, b.fixes.length);
  const evidence = [...first.explanation.evidence, ...other.explanation.evidence];
  const explanation: Explanation = {
    ...first.explanation,
    projects: [...new Set([...a.explanation.projects, ...b.explanation.projects])],
    evidence: evidence.filter(
      (one, i) => evidence.findIndex((e) => keyOf(e) === keyOf(one) && e.because === one.because) === i,
    ) as unknown as NonEmpty<Evidence>,
  };
  return {
    ...first,
    explanation: isLess ? saying(explanation, 'What compiles this file needs more than one edit here.') : explanation,
    fixes,
  };
}

const isSame = (a: FixDraft, b: FixDraft) =>
  JSON.stringify([a.id, a.changes, a.requires]) === JSON.stringify([b.id, b.changes, b.requires]);

/** Without the edits that are wrong in some build, and with the reason. */
function rightEverywhere(draft: Draft, facts: Facts): Draft {
  const objections = new Set<string>();
  const fixes = draft.fixes.filter((fix) => {
    const objection = objectionTo(fix, draft.explanation, facts);
    if (objection) objections.add(objection);
    return objection === undefined;
  });
  if (objections.size === 0) return draft;
  return { ...draft, fixes, explanation: [...objections].reduce(saying, draft.explanation) };
}

function objectionTo(fix: FixDraft, explanation: Explanation, facts: Facts): string | undefined {
  const touched = fix.changes.filter(isTouching).filter(({ path }) => /\.cs$/i.test(path));
  const others = touched.flatMap((change) => strangers(placeOf(change), explanation, facts));
  if (others.length > 0) {
    const names = [...new Set(others)].map((path) => `\`${baseName(path)}\``).join(', ');
    return `The same code is part of ${names} too, and the edit is not sure to be right there.`;
  }
  if (touched.some((change) => !isAlike(change, facts)))
    return 'The same code means something else for another target framework, and the edit would be wrong there.';
  return !fix.onBoth && touched.some((change) => buildsBoth(placeOf(change), facts))
    ? 'The same code is compiled against an older version too, and the edit would be wrong there: divide it with `#if`.'
    : undefined;
}

type Touching = TextEdit | Insertion;
/** What is left over goes where no build needs it any more, and only there. */
const isTouching = (change: Change): change is Touching => change.kind === 'edit' || change.kind === 'insert';
const placeOf = (change: Touching): At => ({
  path: change.path,
  span: change.kind === 'edit' ? change.span : change.at,
});

/** Projects that compile what others do, and that the finding is not about. */
function strangers(at: At, { projects }: Explanation, { csharp }: Facts): readonly FilePath[] {
  const readers = new Set(csharp.readersOf(at).map(({ project }) => project));
  return readers.size > 1 ? [...readers].filter((project) => !projects.includes(project)) : [];
}

/** A `using` of the product's must not reach code that is compiled without it. */
function isAlike(change: Touching, { csharp }: Facts): boolean {
  const at = placeOf(change);
  if (change.kind === 'insert' && change.slot.endsWith(':usings'))
    return new Set(csharp.readersOf(at).map(({ product }) => product !== null)).size < 2;
  return csharp.isReadAlike(at);
}

const saying = (explanation: Explanation, why: string): Explanation => ({
  ...explanation,
  message: `${explanation.message} ${why} So this edit is for you to make.`,
});

/** Without fixes that need another one which is not offered. */
function withoutLoose(drafts: readonly Draft[]): Draft[] {
  const offered = new Set(
    drafts.flatMap(({ rule, explanation, fixes }) =>
      fixes.map(({ id }) => `${rule.meta.id} ${keyOf(explanation.evidence[0])} ${id}`),
    ),
  );
  const told = new Set(drafts.map(({ rule, explanation }) => `${rule.meta.id} ${keyOf(explanation.evidence[0])}`));
  const isLoose = ({ requires = [] }: FixDraft) =>
    requires.some(
      ({ rule, at, fix }) => told.has(`${rule} ${keyOf(at)}`) && !offered.has(`${rule} ${keyOf(at)} ${fix}`),
    );
  if (!drafts.some(({ fixes }) => fixes.some(isLoose))) return [...drafts];
  return withoutLoose(
    drafts.map((draft) =>
      draft.fixes.some(isLoose)
        ? {
            ...draft,
            fixes: draft.fixes.filter((fix) => !isLoose(fix)),
            explanation: saying(draft.explanation, 'Another edit that belongs to it is not offered.'),
          }
        : draft,
    ),
  );
}
