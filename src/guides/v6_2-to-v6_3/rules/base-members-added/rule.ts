import type { MemberDeclaration } from '../../../../engine/csharp/index-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { compareNumbers } from '../../../../engine/facts/version-level.ts';
import { type WarningLevel, warningLevel } from '../../../../engine/facts/warnings/warning-level.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { replace } from '../../../../engine/workspace/change.ts';
import { type Added, added } from './added.ts';

interface Match {
  readonly of: Added;
  readonly declared: MemberDeclaration;
  readonly level: WarningLevel;
}

/** Upstream added members to classes that teams derive from, so own members of the same name hide them. */
export default defineRule<Match>({
  meta: {
    id: 'base-members-added',
    step: 'breaking-changes',
    title: 'Base classes have members that own ones may hide',
    source: 'https://learn.microsoft.com/dotnet/csharp/misc/cs0108',
    covers: ['A19', 'A23'],
    applies: { since: '6.3.0' },
    names: [...new Set(added.map(({ type }) => type))],
  },

  *detect({ facts, target }) {
    for (const of of added.filter(({ since }) => compareNumbers(since, target) <= 0)) {
      for (const declared of facts.csharp.membersNamed(of.member, of.type)) {
        const level = warningLevel(codeOf(of), declared, facts);
        if (hides(declared, of) && level !== 'off') yield { of, declared, level };
      }
    }
  },

  explain: ({ of, declared, level }, { facts }) => ({
    title: `\`${simple(declared.type)}.${of.member}\` hides a new member of its base class`,
    message:
      `6.3 adds \`${of.member}\` to \`${simple(of.type)}\`, from which \`${simple(declared.type)}\` derives. The compiler reports ${codeOf(of)}` +
      `${level === 'error' ? ', an error in this project: it no longer builds.' : ', a warning in this project.'} ` +
      (of.parameters === null
        ? 'Your property stays a property of its own: setting it does not set the one that the product reads. '
        : 'Your method goes on being called by your code; the product calls its own and never yours. ') +
      (of.isVirtual
        ? 'Where the product shall call yours, make it an `override` with the same signature; else say `new`, or give it another name.'
        : 'Say `new` where that is meant, or give it another name.'),
    severity: level === 'error' ? 'breaks-build' : 'advice',
    confidence: declared.confidence,
    projects: declared.projects,
    items: of.item ? [of.item] : [],
    evidence: [
      evidence(
        facts.csharp.sourceOf(declared.path),
        declared.span,
        `declares \`${of.member}\`, as the base class now does`,
      ),
    ],
  }),

  fix: ({ of, declared }, { facts }) => {
    const at = newBefore(declared, facts);
    return at === null
      ? []
      : [
          {
            id: 'say-new',
            title: 'Say that it hides the other one, with `new`',
            changes: [replace({ path: declared.path, span: { start: at, end: at } }, 'new ')],
            safety: 'review',
            caution:
              of.parameters === null
                ? `The product reads its own \`${of.member}\`, which then has its default whatever yours is set to. With 6.2 \`new\` gives the warning CS0109.`
                : 'The product goes on calling its own. With 6.2 `new` gives the warning CS0109.',
          },
        ];
  },
});

const codeOf = ({ isVirtual }: Added) => (isVirtual ? 'CS0114' : 'CS0108');

/** Of a method, one with other parameters is an overload and hides nothing; a property or field hides whatever its kind. */
function hides({ modifiers, explicitFor, kind, parameters, type }: MemberDeclaration, of: Added): boolean {
  if (explicitFor || modifiers.includes('new') || modifiers.includes('override') || type === '') return false;
  return kind !== 'method' || of.parameters === null || parameters.length === of.parameters;
}

/** Behind the access modifier and before all others, at the type. null: in a form where we leave it to a person. */
function newBefore({ typeSpan, path, isOpaque, kind, modifiers }: MemberDeclaration, { csharp }: Facts): number | null {
  if (!typeSpan || isOpaque || kind === 'type') return null;
  const before = csharp.sourceOf(path).text.slice(0, typeSpan.start);
  const others = modifiers.filter((modifier) => !/^(public|protected|internal|private)$/.test(modifier));
  if (others.length === 0) return typeSpan.start;
  const first = new RegExp(`\\b${others.join('\\s+')}\\s+$`).exec(before);
  return first?.index ?? null;
}

const simple = (name: string) => name.slice(name.lastIndexOf('.') + 1);
