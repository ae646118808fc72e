import { defineRule } from '../../../../engine/rules/rule.ts';
import { implementations } from '../../nullability/implementations.ts';
import { explainNull, fixNull, type NullMatch, nullMatches } from '../../nullability/null-findings.ts';
import { annotatedTypes, productFlows } from '../../nullability/product-flows.ts';

/** Upstream annotates its members, so code that uses them is told where it forgot null. */
export default defineRule<NullMatch>({
  meta: {
    id: 'null-annotations-added',
    step: 'breaking-changes',
    title: 'Members say where they may be null',
    source: 'https://learn.microsoft.com/dotnet/csharp/language-reference/compiler-messages/nullable-warnings',
    covers: ['nullable/callers', 'nullable/takers'],
    applies: { since: '6.3.0' },
    nullableNames: annotatedTypes,
  },

  /** What an implementation of an annotated member returns is told with its signature. */
  detect({ facts, target }) {
    const told = new Set(
      implementations(facts, target)
        .filter(({ returns }) => returns !== null)
        .map(({ declared: { path, span } }) => `${path}:${span.start}`),
    );
    const flows = productFlows(facts, target).map((one) => {
      const isTold = told.has(`${one.path}:${one.memberSpan.start}`);
      const isLeft = ({ kind }: { readonly kind: string }) => !isTold || kind !== 'return';
      return { ...one, warnings: one.warnings.filter(isLeft), repairs: one.repairs.filter(isLeft) };
    });
    return nullMatches(flows, facts);
  },

  explain: (match, { facts }) => explainNull(match, '6.3', facts),

  fix: (match, { facts }) => fixNull(match, facts),
});
