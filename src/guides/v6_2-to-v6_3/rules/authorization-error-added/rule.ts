import type { SwitchExpression } from '../../../../engine/csharp/index-types.ts';
import { type WarningLevel, warningLevel } from '../../../../engine/facts/warnings/warning-level.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';

const error = 'Duende.IdentityServer.Models.AuthorizationError';
const added = 'UnmetAuthenticationRequirements';
const before = [
  'AccessDenied',
  'InteractionRequired',
  'LoginRequired',
  'AccountSelectionRequired',
  'ConsentRequired',
  'TemporarilyUnavailable',
];

interface Match {
  readonly over: SwitchExpression;
  readonly level: WarningLevel;
}

/** Upstream gave the enum one more value, so a switch expression over all of them is no longer complete. */
export default defineRule<Match>({
  meta: {
    id: 'authorization-error-added',
    step: 'breaking-changes',
    title: '`AuthorizationError` has one more value',
    source: 'https://learn.microsoft.com/dotnet/csharp/language-reference/compiler-messages/pattern-matching-warnings',
    covers: ['A17'],
    applies: { since: '6.3.0' },
    names: [error],
  },

  *detect({ facts }) {
    for (const over of facts.csharp.switchesOver(error)) {
      const level = warningLevel('CS8509', over, facts);
      if (wasComplete(over) && level !== 'off') yield { over, level };
    }
  },

  explain: ({ over, level }, { facts }) => ({
    title: `This switch has no arm for \`${added}\``,
    message: `6.3 adds \`${added}\` to \`AuthorizationError\`. This switch expression took every value of 6.2 and has no arm for others, which the compiler reports as CS8509${level === 'error' ? ', an error in this project: it no longer builds.' : ', a warning in this project.'} The product never makes this value on its own: it comes here only from code of yours that uses it, and would throw.`,
    severity: level === 'error' ? 'breaks-build' : 'advice',
    confidence: over.confidence,
    projects: over.projects,
    evidence: [evidence(facts.csharp.sourceOf(over.path), over.span, 'takes every value of 6.2, and no other')],
  }),

  fix: ({ over }, { facts }) => {
    const body = bodyFor(over);
    const arm = facts.csharp.addArm(over, `${enumOf(over)}.${added} => ${body}`);
    const rest = facts.csharp.addArm(over, `_ => ${thrown(over)}`);
    return arm.length === 0
      ? []
      : [
          {
            id: 'add-arm',
            title: `Add an arm for \`${added}\``,
            changes: arm,
            safety: 'review',
            caution: body.startsWith('throw')
              ? 'The arm throws, as the switch does today for a value without an arm: say here what the value means to you. It compiles with 6.3 only.'
              : 'The name is written as the others are. It compiles with 6.3 only.',
          },
          {
            id: 'take-rest',
            title: 'Add an arm for every other value',
            changes: rest,
            safety: 'review',
            caution:
              'It throws, as before; it compiles with 6.2 too, and the compiler says no more when a value is added.',
          },
        ];
  },
});

/** All values of 6.2, one by one, and nothing else, not even null: 6.2 gave CS8524, for numbers without a name, or CS8846, for a `when`. */
const wasComplete = ({ arms, takesRest }: SwitchExpression) => {
  const taken = new Set(arms.flatMap(({ members }) => members));
  return !takesRest && !taken.has(added) && before.every((member) => taken.has(member));
};

/** As the first arm writes it: `AuthorizationError`, `Models.AuthorizationError`. */
function enumOf({ arms }: SwitchExpression): string {
  const { pattern, members } = arms.find((arm) => arm.members.length > 0)!;
  return pattern
    .slice(0, pattern.indexOf(`.${members[0]}`))
    .replace(/^\(+/, '')
    .trim();
}

/** Where every value is turned into its name in the protocol, the new one is too. */
const bodyFor = (over: SwitchExpression): string =>
  over.arms.every(({ members: [member], body }) => member !== undefined && body === `"${protocolName(member)}"`)
    ? `"${protocolName(added)}"`
    : thrown(over);

const protocolName = (member: string) => member.replace(/(?<=[a-z])[A-Z]/g, '_$&').toLowerCase();

const thrown = ({ value }: SwitchExpression) =>
  `throw new System.ArgumentOutOfRangeException(${/^[A-Za-z_]\w*$/.test(value) ? `nameof(${value})` : ''})`;
