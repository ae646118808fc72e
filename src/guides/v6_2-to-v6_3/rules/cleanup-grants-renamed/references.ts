import type { LiteralUse, MemberUse } from '../../../../engine/csharp/index-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { solutionOf } from '../../../../engine/facts/projects/solution.ts';
import { warningLevel } from '../../../../engine/facts/warnings/warning-level.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { Explanation } from '../../../../engine/rules/finding.ts';

/** Methods of reflection, and of what is built on it, that look for a method by its name. */
const byName =
  /^(GetMethod|GetRuntimeMethod|GetDeclaredMethods?|GetMember|GetMethodInfo|InvokeMember|DeclaredMethod|Method)$/;

/** Strings with the old name that reflection is given, unless it looks on a type of the team's own, or for the new name as well. */
export const lookUpsByName = (name: string, { csharp }: Facts): readonly LiteralUse[] =>
  csharp
    .literalsOf(name)
    .filter(({ path }) => !csharp.literalsOf('CleanupGrantsAsync').some((other) => other.path === path))
    .filter(({ argumentOf }) => argumentOf !== null && byName.test(argumentOf.call.name))
    .filter(({ argumentOf }) => !looksOnAnotherType(argumentOf!.call.receiver, csharp));

/** `typeof(X).GetMethod(…)` where `X` isn't the service, by its name. */
const looksOnAnotherType = (receiver: string, csharp: Facts['csharp']) => {
  const type = /^typeof\((.*)\)$/.exec(receiver.replace(/\s/g, ''))?.[1]?.replace(/^.*[.:]/, '');
  return (
    type !== undefined &&
    type !== 'TokenCleanupService' &&
    type !== 'T' &&
    !csharp
      .typesDerivedFrom('Duende.IdentityServer.EntityFramework.TokenCleanupService')
      .some((derived) => derived.name.endsWith(`.${type}`) || derived.name === type)
  );
};

export const explainReflection = ({ path, span, projects }: LiteralUse, { csharp }: Facts): Explanation => ({
  title: 'A method is looked up by a name that 6.3 no longer has',
  message:
    'If this looks on `TokenCleanupService`, it finds nothing any more: the method is called `CleanupGrantsAsync` in 6.3. It compiles either way, and fails when it runs.',
  severity: 'breaks-run',
  confidence: 'possible',
  projects,
  evidence: [evidence(csharp.sourceOf(path), span, 'holds the old name in a string')],
});

/** A documentation comment: the compiler warns, and only where it writes documentation. */
export const explainReference = (use: MemberUse, facts: Facts): Explanation => ({
  title: 'A documentation comment names the old method',
  message: isError(use, facts)
    ? 'The reference can no longer be resolved (CS1574), and this project takes that warning for an error.'
    : 'The reference can no longer be resolved: CS1574, a warning, where the project writes a documentation file.',
  severity: isError(use, facts) ? 'breaks-build' : 'advice',
  confidence: use.confidence,
  projects: use.projects,
  evidence: [evidence(facts.csharp.sourceOf(use.path), use.span, 'refers to the old name')],
});

const isError = (use: MemberUse, facts: Facts) =>
  warningLevel('CS1574', use, facts) === 'error' &&
  use.projects
    .flatMap((path) => solutionOf(facts.workspace).project(path)?.evaluations ?? [])
    .some(
      (evaluation) =>
        evaluation.property('GenerateDocumentationFile')?.trim().toLowerCase() === 'true' ||
        Boolean(evaluation.property('DocumentationFile')),
    );
