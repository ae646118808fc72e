import type { MemberDeclaration, TypeDeclaration, TypeUse } from '../../../../engine/csharp/index-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { tokenCleanup } from '../../../../engine/facts/token-cleanup.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { Explanation, FixDraft } from '../../../../engine/rules/finding.ts';

/** A derived class that the inherited method made to implement an interface of the team's. */
export interface Lacking {
  readonly kind: 'lacking';
  readonly listed: TypeUse;
  readonly by: TypeDeclaration;
}

const old = 'RemoveExpiredGrantsAsync';

/** Classes whose own interface has the old method and that declare none themselves. */
export function lacking({ csharp }: Facts): Lacking[] {
  const derived = csharp.typesDerivedFrom(tokenCleanup.service);
  const names = new Set(derived.map(({ name }) => name));
  const having = new Set(csharp.membersNamed(old, tokenCleanup.service).map(({ type }) => type));
  return derived
    .filter(({ name, bases }) => !having.has(name) && !bases.some(({ meaning }) => isOneOf(having, meaning)))
    .flatMap((by) =>
      by.bases
        .filter(
          ({ meaning }) =>
            meaning.kind === 'solution' && !names.has(meaning.name) && csharp.declaresMember(meaning.name, old),
        )
        .map((listed): Lacking => ({ kind: 'lacking', listed, by })),
    );
}

const isOneOf = (names: ReadonlySet<string>, meaning: TypeUse['meaning']) =>
  meaning.kind === 'solution' && names.has(meaning.name);

export const explainLacking = ({ listed, by }: Lacking, { csharp }: Facts): Explanation => ({
  title: 'The inherited method no longer implements an interface of your own',
  message:
    `\`${listed.text}\` asks for \`${old}\`, which \`${by.name.replace(/^.*\./, '')}\` inherited from \`TokenCleanupService\`. In 6.3 the ` +
    'inherited method is called `CleanupGrantsAsync`, so the class no longer implements the interface (CS0535). Add a method of the old name ' +
    'to the class that calls `CleanupGrantsAsync`, or rename the method of the interface and its callers.',
  severity: 'breaks-build',
  confidence: listed.confidence,
  projects: listed.projects,
  evidence: [evidence(csharp.sourceOf(listed.path), listed.span, 'is no longer implemented')],
});

/** A method of the old name that calls the new one, where the interface asks for what the inherited method was. */
export function forwards({ listed, by }: Lacking, facts: Facts): FixDraft[] {
  const { csharp } = facts;
  const asked = listed.meaning.kind === 'solution' ? csharp.membersDeclaredBy(listed.meaning.name, old) : [];
  const isTheirs = (name: string) => csharp.meaningOf(name, by).kind === 'solution';
  const method = `public Task ${old}(CancellationToken cancellationToken = default) => CleanupGrantsAsync(cancellationToken);`;
  const changes = csharp.addMethod(by, method);
  if (asked.length !== 1 || !isAsInherited(asked[0]!) || changes.length === 0) return [];
  if (isTheirs('Task') || isTheirs('CancellationToken')) return [];
  if (csharp.declaresMember(by.name, 'CleanupGrantsAsync')) return [];
  return [
    {
      id: 'forward',
      title: 'Add a method of the old name that calls `CleanupGrantsAsync`',
      safety: 'review',
      caution:
        'The old name then lives on in your own interface. Renaming its method and all callers is the other way.',
      changes: [
        ...changes,
        ...csharp.using(by.path, 'System.Threading'),
        ...csharp.using(by.path, 'System.Threading.Tasks'),
      ],
    },
  ];
}

const isAsInherited = ({ kind, typeText, parameters }: MemberDeclaration) =>
  kind === 'method' &&
  /^([\w.:]+\.)?Task$/.test(typeText) &&
  parameters.length === 1 &&
  /^([\w.:]+\.)?CancellationToken$/.test(parameters[0]!.typeText);
