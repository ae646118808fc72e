import type { MemberDeclaration, MemberUse } from '../../../../engine/csharp/index-types.ts';
import type { Invocation } from '../../../../engine/csharp/invocation-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { Explanation, FixDraft } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { contains } from '../../../../engine/text/span.ts';
import { anyContext, contextType, isOfMock } from './mocked.ts';
import {
  type Implementation,
  implementations,
  isOnInterface,
  method,
  oldCalls,
  validator,
  wrapped,
} from './old-signature.ts';

type Match =
  | { readonly kind: 'implementation'; readonly of: Implementation }
  | { readonly kind: 'call'; readonly call: Invocation; readonly isInOldMethod: boolean }
  | { readonly kind: 'method-group'; readonly use: MemberUse };

/** Upstream put everything a token request brings into one object, so that more could be added: a certificate, a DPoP proof. */
export default defineRule<Match>({
  meta: {
    id: 'token-request-validator-changed',
    step: 'breaking-changes',
    title: '`ITokenRequestValidator` takes one context object',
    source: '#step-4-breaking-changes',
    covers: ['A05'],
    applies: { since: '6.3.0' },
    names: [validator, contextType, method],
  },

  *detect({ facts }) {
    const found = implementations(facts);
    for (const of of found) yield { kind: 'implementation', of };
    const bodies = found.flatMap(({ methods }) => methods);
    for (const call of oldCalls(facts)) {
      if (isOnInterface(call, facts) && !found.some(({ forwards }) => forwards.includes(call)))
        yield { kind: 'call', call, isInOldMethod: bodies.some((one) => isIn(call, one)) };
    }
    for (const use of facts.csharp.usesOf(method, validator)) {
      if (use.kind === 'method-group' && use.confidence !== 'possible') yield { kind: 'method-group', use };
    }
  },

  explain(match, { facts }) {
    switch (match.kind) {
      case 'implementation':
        return explainImplementation(match.of, facts);
      case 'call':
        return explainCall(match.call, facts);
      case 'method-group':
        return explainMethodGroup(match.use, facts);
    }
  },

  fix(match, { facts }) {
    if (match.kind === 'method-group') return [];
    if (match.kind === 'call') return match.isInOldMethod ? [] : fixCall(match.call, facts);
    const { changes, assigns, obstacle } = match.of;
    return obstacle
      ? []
      : [
          {
            id: 'take-context',
            title: 'Take the context, and hand the same one on',
            changes,
            ...(assigns
              ? {
                  safety: 'review',
                  caution: 'A value that is assigned here is then in the context for whoever handed it in, too.',
                }
              : { safety: 'safe' }),
          },
        ];
  },
});

/** Inside a validator, a context of its own would lose what came with the request. */
const isIn = (call: Invocation, { path, body }: MemberDeclaration) =>
  call.path === path && body !== null && contains(body, call.span);

const changed =
  '`ValidateRequestAsync` had two parameters in 6.2, the form values and the validated client. In 6.3 it has one, a ' +
  '`TokenRequestValidationContext` that holds both, and with them the client certificate and the DPoP proof.';

function explainImplementation(
  { listed, methods, forwards, others, obstacle, projects }: Implementation,
  facts: Facts,
): Explanation {
  const source = (path: MemberDeclaration['path']) => facts.csharp.sourceOf(path);
  return {
    title: '`ITokenRequestValidator` takes one context object',
    message:
      `This class implements the interface as it was, which no longer compiles (CS0535). ${changed} ` +
      (forwards.length > 0
        ? 'What it hands on to another validator must be the same context, or the certificate and the proof are lost.'
        : 'It is one of the errors that hide others: build again after it is gone.') +
      (obstacle
        ? ' It uses its parameters in a way that an edit here could not follow, so this is for you to change.'
        : ''),
    severity: 'breaks-build',
    confidence: listed.confidence,
    projects,
    evidence: [
      evidence(source(listed.path), listed.span, 'implements the interface as it was'),
      ...methods.map((one) => evidence(source(one.path), one.span, 'takes the two parameters')),
      ...forwards.map((call) => evidence(source(call.path), call.nameSpan, 'hands both on')),
      ...others.map((call) => evidence(source(call.path), call.nameSpan, 'calls it with both')),
      ...(obstacle ? [evidence(source(obstacle.path), obstacle.span, obstacle.because)] : []),
    ],
  };
}

function explainCall(call: Invocation, facts: Facts): Explanation {
  const named = call.arguments.find(({ name }) => name !== null);
  return {
    title: '`ValidateRequestAsync` takes one context object',
    message: `This calls it with two arguments, which no longer compiles (${named ? 'CS1739' : 'CS1501'}). ${changed}${
      isOfMock(call, facts) && anyContext(call, facts).length === 0
        ? ' A mock compares what it is given, and no new context is equal to another: match its properties by hand.'
        : ''
    }`,
    severity: 'breaks-build',
    confidence: 'certain',
    projects: call.projects,
    evidence: [
      evidence(facts.csharp.sourceOf(call.path), named?.nameSpan ?? call.nameSpan, 'calls it with two arguments'),
    ],
  };
}

function explainMethodGroup(use: MemberUse, facts: Facts): Explanation {
  return {
    title: '`ValidateRequestAsync` takes one context object',
    message: `This hands the method on to a delegate. One with the old parameters no longer fits (CS0123). ${changed} Change the delegate's type by hand.`,
    severity: 'breaks-build',
    confidence: 'likely',
    projects: use.projects,
    evidence: [evidence(facts.csharp.sourceOf(use.path), use.span, 'hands the method on')],
  };
}

function fixCall(call: Invocation, facts: Facts): FixDraft[] {
  if (isOfMock(call, facts)) {
    const any = anyContext(call, facts);
    return any.length === 0
      ? []
      : [
          {
            id: 'match-context',
            title: 'Match any context',
            safety: 'review',
            caution: 'A callback that takes the two arguments must take the context too: no compiler says so.',
            changes: any,
          },
        ];
  }
  const changes = wrapped(call, facts);
  return changes.length === 0
    ? []
    : [
        {
          id: 'make-context',
          title: 'Make a context for the call',
          safety: 'review',
          caution:
            'The context made here has no client certificate and no DPoP proof: add them where such clients come this way.',
          changes,
        },
      ];
}
