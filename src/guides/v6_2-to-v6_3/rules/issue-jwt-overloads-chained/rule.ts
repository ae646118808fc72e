import type { MemberDeclaration } from '../../../../engine/csharp/index-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';

const tools = 'Duende.IdentityServer.IdentityServerTools';
const method = 'IssueJwtAsync';

interface Match {
  readonly short: MemberDeclaration; // (lifetime, claims)
  readonly long: MemberDeclaration; // (lifetime, issuer, claims)
}

/** Upstream's overloads call each other, so a class that overrides both does its work twice. */
export default defineRule<Match>({
  meta: {
    id: 'issue-jwt-overloads-chained',
    step: 'breaking-changes',
    title: 'The overloads of `IssueJwtAsync` call each other',
    source: 'https://docs.duendesoftware.com/identityserver/v6/tokens/extensibility/tools/',
    covers: ['A15'],
    applies: { since: '6.3.0' },
    names: [tools],
  },

  *detect({ facts }) {
    const overrides = facts.csharp
      .membersNamed(method, tools)
      .filter(({ kind, modifiers }) => kind === 'method' && modifiers.includes('override'));
    const baseCalls = facts.csharp.invocationsOf(method).filter(({ receiver }) => receiver === 'base');
    for (const short of overrides.filter(({ parameters }) => parameters.length === 2)) {
      const long = overrides.find(
        ({ type, parameters }) => parameters.length === 3 && classWithBoth(type, short.type, facts) !== undefined,
      );
      const { body } = short;
      const goesOn = baseCalls.some(
        ({ path, span, arguments: given }) =>
          path === short.path && body && body.start <= span.start && span.end <= body.end && given.length === 2,
      );
      if (long && goesOn) yield { short, long };
    }
  },

  explain: ({ short, long }, { facts }) => ({
    title: `\`${classWithBoth(long.type, short.type, facts)!.split('.').at(-1)}\` does its work twice for one token`,
    message:
      'On 6.2 the two overloads of `IssueJwtAsync` were independent. On 6.3 the one without an issuer goes through the one with it, which is overridden too: what both do, ' +
      'a claim that both add for example, is done twice. Move the work to the new overload with the token type (`lifetime, issuer, tokenType, claims`), through which all go, and drop these two.',
    severity: 'changes-behaviour',
    confidence: short.confidence,
    projects: short.projects,
    evidence: [
      evidence(
        facts.csharp.sourceOf(short.path),
        short.span,
        'goes on to the base class, and by it to the other override',
      ),
      evidence(facts.csharp.sourceOf(long.path), long.span, 'is run as well'),
    ],
  }),
});

/** Itself and the classes it derives from, as far as they are the solution's. */
function lineOf(type: string, facts: Facts): readonly string[] {
  const bases = facts.csharp
    .typesDerivedFrom(tools)
    .filter(({ name }) => name === type)
    .flatMap((declaration) => declaration.bases)
    .flatMap(({ meaning }) => (meaning.kind === 'solution' ? [meaning.name] : []));
  return [type, ...bases.flatMap((base) => lineOf(base, facts))];
}

/** The class that has both, one of them by inheritance. */
const classWithBoth = (a: string, b: string, facts: Facts) =>
  [a, b].find((type) => [a, b].every((one) => lineOf(type, facts).includes(one)));
