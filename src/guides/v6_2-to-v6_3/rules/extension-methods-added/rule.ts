import type { ExtensionClash } from '../../../../engine/csharp/index-types.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { replace } from '../../../../engine/workspace/change.ts';

const added = [
  {
    name: 'AddInMemoryClients',
    namespace: 'Microsoft.Extensions.DependencyInjection',
    parameters: ['IIdentityServerBuilder', 'ICollection<Client>'],
  },
  {
    name: 'AddInMemoryIdentityProviders',
    namespace: 'Microsoft.Extensions.DependencyInjection',
    parameters: ['IIdentityServerBuilder', 'IEnumerable<IdentityProvider>'],
  },
  {
    name: 'GetSha256Thumbprint',
    namespace: 'Duende.IdentityServer.Extensions',
    parameters: ['X509Certificate2'],
  },
];

/** Upstream added extension methods that a team's own ones may look like. */
export default defineRule<ExtensionClash>({
  meta: {
    id: 'extension-methods-added',
    step: 'breaking-changes',
    title: 'New extension methods are called as own ones may be',
    source: 'https://learn.microsoft.com/dotnet/csharp/misc/cs0121',
    covers: ['A18'],
    applies: { since: '6.3.0' },
    names: added.map(({ name }) => name),
  },

  detect: ({ facts }) => added.flatMap((one) => facts.csharp.extensionClashes(one)),

  explain: ({ path, span, projects, call, own, confidence }, { facts }) => ({
    title: `Two extension methods called \`${call.name}\` fit this call`,
    message: `6.3 brings an extension method \`${call.name}\` with the same parameters as the one in your own \`${own.type}\`. Both are imported here at the same level, so neither wins: CS0121, and the project does not build. Calling yours by the name of its class settles it, and compiles with 6.2 as well.`,
    severity: 'breaks-build',
    confidence,
    projects,
    items: call.name === 'AddInMemoryClients' ? ['A18'] : [],
    evidence: [
      evidence(facts.csharp.sourceOf(path), span, 'could call either'),
      evidence(facts.csharp.sourceOf(own.path), own.span, 'is your own'),
    ],
  }),

  fix: (clash, { facts }) => {
    const { call, own, path } = clash;
    const { text } = facts.csharp.sourceOf(path);
    const receiver = call.receiverSpan;
    const list = call.argumentList;
    const between = receiver ? text.slice(receiver.end, call.nameSpan.start) : '?';
    if (!receiver || call.isOpaque || !/^\s*\.\s*$/.test(between)) return [];
    const [first] = own.type.split('.');
    const isShadowed = facts.csharp.meaningOf(first!, clash).kind === 'solution' && own.type.includes('.');
    const hasArguments = call.arguments.length > 0;
    return [
      {
        id: 'call-own',
        title: 'Call your own by the name of its class',
        changes: [
          replace(
            { path, span: { start: receiver.start, end: receiver.start } },
            `${isShadowed ? 'global::' : ''}${own.type}.${call.name}(`,
          ),
          replace({ path, span: { start: receiver.end, end: list.start + 1 } }, hasArguments ? ', ' : ''),
        ],
        safety: 'review',
        onBoth: true,
        caution: 'Where the one of the product does the same, remove your own instead.',
      },
    ];
  },
});
