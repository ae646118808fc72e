import type { Place } from '../../../../engine/csharp/index-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { replace } from '../../../../engine/workspace/change.ts';

const validator = 'Duende.IdentityServer.Validation.IRedirectUriValidator';
const method = 'IsRedirectUriValidAsync';

interface Match {
  readonly kind: 'inferred' | 'mock';
  readonly at: Place;
  /** `var`, where the delegate's type is inferred. */
  readonly word: Place | null;
}

/** Upstream added an overload that takes a context, and calls that one. */
export default defineRule<Match>({
  meta: {
    id: 'redirect-validation-overloaded',
    step: 'breaking-changes',
    title: 'Redirect addresses are validated through a new overload',
    source: 'https://docs.duendesoftware.com/identityserver/v6/reference/validators/',
    covers: ['A14', 'B17'],
    applies: { since: '6.3.0' },
    names: [validator],
  },

  *detect({ facts }) {
    for (const use of facts.csharp.usesOf(method, validator)) {
      const word = use.kind === 'method-group' ? varBefore(use, use.receiver, facts) : null;
      if (word && use.confidence !== 'possible') yield { kind: 'inferred', at: use, word };
    }
    for (const use of facts.csharp.typeUses(validator))
      if (isMocked(use, facts)) yield { kind: 'mock', at: use, word: null };
  },

  explain: ({ kind, at }, { facts }) => {
    const show = (because: string) => evidence(facts.csharp.sourceOf(at.path), at.span, because);
    if (kind === 'inferred')
      return {
        title: `The type of \`${method}\` can no longer be inferred`,
        message: `6.3 adds an overload of \`${method}\`. With two of them, \`var\` cannot tell which is meant: CS8917. Write the delegate's type out; that compiles on 6.2 as well.`,
        severity: 'breaks-build',
        confidence: 'certain',
        projects: at.projects,
        evidence: [show('hands on the method, whose type is inferred')],
        items: ['A14'],
      };
    return {
      title: 'This mock does not answer the call that 6.3 makes',
      message: `6.3 validates redirect addresses through \`${method}(RedirectUriValidationContext)\`. A real class inherits the body that calls the old overload; a mock has its own and answers false, unless it calls the base or the new overload is set up too. Tests that sign in then fail.`,
      severity: 'breaks-run',
      confidence: 'likely',
      projects: at.projects,
      evidence: [show('mocks the validator')],
      items: ['B17'],
    };
  },

  fix: ({ word }, { facts }) => {
    if (!word) return [];
    const client = facts.csharp.nameFor('Duende.IdentityServer.Models.Client', word);
    return [
      {
        id: 'write-type',
        title: "Write the delegate's type out",
        changes: [
          replace(word, `System.Func<string, ${client.text}, System.Threading.Tasks.Task<bool>>`),
          ...client.changes,
        ],
        safety: 'review',
        onBoth: true,
        caution: 'It goes on calling the old overload: look whether the new one is wanted.',
      },
    ];
  },
});

/** Of `var x = receiver.Method`. */
function varBefore({ path, span, projects }: Place, receiver: string, { csharp }: Facts): Place | null {
  const before = csharp.sourceOf(path).text.slice(0, span.start);
  const found = /\bvar(?=\s+@?\w+\s*=\s*([\w.]+)\s*\.\s*$)/.exec(before);
  if (!found || found[1] !== receiver) return null;
  return { path, projects, span: { start: found.index, end: found.index + 'var'.length } };
}

/** By the usual libraries, in a file that names no context. */
function isMocked({ path, span }: Place, { csharp }: Facts): boolean {
  const { text } = csharp.sourceOf(path);
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  return (
    /\b(Mock|Mock\.Of|Substitute\.For|A\.Fake)\s*<\s*$/.test(before) && !text.includes('RedirectUriValidationContext')
  );
}
