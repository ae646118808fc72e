import type { MemberDeclaration } from '../../../../engine/csharp/index-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { FixDraft } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { replace, type TextEdit } from '../../../../engine/workspace/change.ts';

const generator = 'Duende.IdentityServer.ResponseHandling.TokenResponseGenerator';
const method = 'ProcessTokenRequestAsync';
/** What 6.3 newly sends through the method, and the grant type of each. */
const flows = [
  { method: 'ProcessAuthorizationCodeRequestAsync', grant: 'authorization_code' },
  { method: 'ProcessDeviceCodeRequestAsync', grant: 'urn:ietf:params:oauth:grant-type:device_code' },
  { method: 'ProcessCibaRequestAsync', grant: 'urn:openid:params:grant-type:ciba' },
];

interface Match {
  readonly override: MemberDeclaration;
  /** Overrides of the same class that are asked for the same requests. */
  readonly twice: readonly MemberDeclaration[];
}

/** Upstream made one method of what several flows did each for themselves, so an override of it is asked more often. */
export default defineRule<Match>({
  meta: {
    id: 'process-token-request-called-more',
    step: 'breaking-changes',
    title: '`ProcessTokenRequestAsync` runs for more kinds of token requests',
    source: '#step-4-breaking-changes',
    covers: ['B03', 'step-4/process-token-request'],
    applies: { since: '6.3.0' },
    names: [generator, method],
  },

  detect: ({ facts }) =>
    overrides(method, facts).map((override) => ({
      override,
      twice: flows
        .flatMap((flow) => overrides(flow.method, facts))
        .filter(({ type }) => type === override.type)
        .toSorted((a, b) => a.span.start - b.span.start),
    })),

  explain: ({ override, twice }, { facts }) => ({
    title: '`ProcessTokenRequestAsync` runs for more kinds of token requests',
    message:
      '6.2 called this for client credentials, password and extension grants. 6.3 also calls it for authorization code, device code ' +
      'and CIBA requests; for refresh tokens neither does. ' +
      (twice.length > 0
        ? 'The class overrides methods of these flows too, so what both do is now done twice.'
        : 'What it adds to a response, or counts, it now adds and counts for these as well.'),
    severity: 'changes-behaviour',
    confidence: override.confidence,
    projects: override.projects,
    evidence: [
      evidence(facts.csharp.sourceOf(override.path), override.span, 'is called by three more flows'),
      ...twice.map((at) => evidence(facts.csharp.sourceOf(at.path), at.span, 'is called for the same requests')),
    ],
  }),

  fix: ({ override, twice }, { facts }) => {
    const takeNew: FixDraft = {
      id: 'take-new',
      title: 'Let it run for all of them',
      changes: [],
      safety: 'review',
      caution: 'Read the override first: what it does must be right for signing in by code and by device too.',
    };
    const guard = guardOf(override, facts);
    if (!guard) return [takeNew];
    const keepReach: FixDraft = {
      id: 'keep-reach',
      title: 'Keep it to the requests of 6.2, by grant type',
      changes: [guard],
      safety: 'review',
      onBoth: true,
      caution: 'Grant types of your own pass through as before; those that 6.3 added go straight to the base class.',
    };
    return twice.length > 0 ? [keepReach, takeNew] : [takeNew, keepReach];
  },
});

const overrides = (name: string, { csharp }: Facts): MemberDeclaration[] =>
  csharp
    .membersNamed(name, generator)
    .filter(({ kind, modifiers }) => kind === 'method' && modifiers.includes('override'));

/** First in the body: what is new goes to the base class. null: there is no block to put it into, or it looks at the type already. */
function guardOf(
  { path, body, parameters, modifiers, isOpaque }: MemberDeclaration,
  { csharp }: Facts,
): TextEdit | null {
  const { text } = csharp.sourceOf(path);
  const [request, ...others] = parameters;
  if (!body || !request || others.length > 0 || isOpaque || text[body.start] !== '{') return null;
  if (text.slice(body.start, body.end).includes('GrantType')) return null;
  const call = `${modifiers.includes('async') ? 'await ' : ''}base.${method}(${request.name})`;
  const grants = flows.map(({ grant }) => `"${grant}"`).join(' or ');
  const condition = `if (${request.name}.ValidatedRequest.GrantType is ${grants})`;
  const after = body.start + 1;
  const line = text.indexOf('\n', after) + 1;
  if (line === 0 || !/^\s*(\/\/.*)?$/.test(text.slice(after, line).trimEnd()))
    return replace({ path, span: { start: after, end: after } }, ` ${condition} return ${call};`);
  const indent = /^(?:[ \t]*(?:#.*)?\n)*([ \t]*)/.exec(text.slice(line))![1]!;
  const deeper = indent.includes('\t') ? '\t' : '    ';
  return replace(
    { path, span: { start: line, end: line } },
    `${indent}${condition}\n${indent}${deeper}return ${call};\n`,
  );
}
