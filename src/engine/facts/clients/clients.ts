import type { ObjectCreation } from '../../csharp/index-types.ts';
import type { Invocation } from '../../csharp/invocation-types.ts';
import type { Span } from '../../text/span.ts';
import type { FilePath } from '../../workspace/file-path.ts';
import type { Facts } from '../facts.ts';
import { isConnected, settingsNear } from '../hosts/connected.ts';
import { isInTests } from '../hosts/is-test-project.ts';
import type { AppSettings, Setting } from '../settings.ts';

export const clientType = 'Duende.IdentityServer.Models.Client';

/** Members that only a client of the product has; an initializer with one of them and an id makes a client. */
export const clientMembers = [
  'AllowedGrantTypes',
  'AllowedScopes',
  'ClientSecrets',
  'BackChannelLogoutUri',
  'AllowOfflineAccess',
];

/** A client that the solution writes down itself, in code or in settings. */
export interface KnownClient {
  /** Its id, or the expression that gives it. */
  readonly id: string;
  readonly path: FilePath;
  readonly span: Span;
  readonly isInCode: boolean;
  /** A member's value: of a literal, else the text of the expression. undefined: the client leaves it at its default. */
  value(member: string): string | number | boolean | null | undefined;
  /** All that the member is given, as code writes it: `{ "a", Scopes.B }`. */
  text(member: string): string;
}

/** Whether something is so of a client: yes, no, or what decides it, as the code has it. */
export type Holds = boolean | { readonly if: string };

/** The clients of a host and of what it is connected with, those of tests left out; by place. */
export const clientsOf = (facts: Facts, host: FilePath | null): KnownClient[] => [
  ...inCode(facts, host),
  ...settingsNear(host, facts).flatMap(inSettings),
];

function inCode(facts: Facts, host: FilePath | null): KnownClient[] {
  const { csharp } = facts;
  const made = [
    ...clientMembers.flatMap((member) => csharp.objectsSetting(member)).filter(({ of }) => of.kind !== 'solution'),
    ...csharp.objectsOf(clientType),
  ]
    .filter((object) => !isInTests(object, facts))
    .filter(isConnected(host, facts));
  return [...new Map(made.map((object) => [`${object.path}:${object.span.start}`, object])).values()]
    .flatMap((object) => fromObject(object, facts))
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.span.start - b.span.start));
}

function fromObject(object: ObjectCreation, facts: Facts): KnownClient[] {
  const { path, head, members, setLater } = object;
  const set = (member: string) => [...members, ...setLater].findLast((one) => one.member === member);
  const id = set('ClientId');
  if (!id || isCopied(id)) return [];
  const written = (member: string) => {
    const found = set(member);
    return found && (found.literal ?? found.text);
  };
  const text = (member: string) => set(member)?.text ?? '';
  const given = givenTo(object, id, facts);
  if (given.length > 0)
    return given.map((argumentFor): KnownClient => {
      const value = (member: string) => {
        const argument = argumentFor(String(written(member)));
        return argument ? (argument.literal ?? argument.text) : written(member);
      };
      const { path, span } = argumentFor(id.text)!;
      return { id: String(value('ClientId')), path, span, isInCode: true, value, text };
    });
  return [
    {
      id: String(id.literal ?? id.text),
      path,
      span: id.path === path ? id.span : head,
      isInCode: true,
      value: written,
      text,
    },
  ];
}

/** Where a method makes the client and is given its id: for each call of it, the argument that a parameter stands for. */
function givenTo(
  { type, method }: ObjectCreation,
  id: { readonly literal: unknown; readonly text: string },
  facts: Facts,
) {
  if (id.literal !== null || !type || !method) return [];
  const [declared, ...others] = facts.csharp.membersNamed(method, type);
  const parameters = declared?.parameters.map(({ name }) => name) ?? [];
  if (others.length > 0 || !parameters.includes(id.text)) return [];
  return facts.csharp
    .invocationsOf(method)
    .filter(({ receiverType }) => receiverType.kind !== 'product' && receiverType.kind !== 'other')
    .map(
      ({ arguments: given }) =>
        (parameter: string) =>
          argumentFor(parameter, parameters, given),
    )
    .filter((argumentFor) => argumentFor(id.text) !== undefined);
}

function argumentFor(parameter: string, parameters: readonly string[], given: Invocation['arguments']) {
  const at = parameters.indexOf(parameter);
  return at < 0
    ? undefined
    : (given.find(({ name }) => name === parameter) ?? given.find((one, i) => i === at && !one.name));
}

/** `X = entity.X`, `X = model.X?.Trim()`: not a client written down, but one that is turned into another shape. */
export const isCopied = ({ literal, text }: { readonly literal: unknown; readonly text: string }) =>
  literal === null && /^(this\.)?[a-z_]\w*([?!]?\.\w+)+(\(\))?!?$/.test(text);

/** Items of an array called `Clients`, wherever it stands, that have an id and a member of a client. */
function inSettings({ path, settings }: AppSettings): KnownClient[] {
  const items = new Map<string, Setting[]>();
  for (const setting of settings) {
    const at = setting.key.findIndex((part, i) => /^clients$/i.test(part) && /^\d+$/.test(setting.key[i + 1] ?? ''));
    if (at < 0) continue;
    const key = setting.key.slice(0, at + 2).join(':');
    items.set(key, [...(items.get(key) ?? []), { ...setting, key: setting.key.slice(at + 2) }]);
  }
  return [...items.values()].flatMap((own): KnownClient[] => {
    const find = (member: string) => own.find(({ key }) => key[0]?.toLowerCase() === member.toLowerCase());
    const id = find('ClientId');
    if (!id || !clientMembers.some(find)) return [];
    const texts = (member: string) => own.filter(({ key }) => key[0]?.toLowerCase() === member.toLowerCase());
    return [
      {
        id: String(id.value),
        path,
        span: id.span,
        isInCode: false,
        value: (member) => find(member)?.value,
        text: (member) =>
          texts(member)
            .map(({ value }) => JSON.stringify(value))
            .join(', '),
      },
    ];
  });
}

/** Refresh tokens for one use each, which is the default. */
export const hasOneTimeRefreshTokens = (client: KnownClient): Holds => {
  const usage = String(client.value('RefreshTokenUsage') ?? '');
  return /\bReUse$|^0$/i.test(usage) ? false : holds(client, 'AllowOfflineAccess');
};

export const hasBackChannelLogout = (client: KnownClient): Holds => {
  const uri = client.value('BackChannelLogoutUri');
  return uri !== undefined && uri !== null && uri !== '' && uri !== 'null';
};

/** It authenticates with a client certificate: a secret of one of the two types that mutual TLS has. */
export const usesCertificate = (client: KnownClient): boolean =>
  /\bX509(Certificate)?(Thumbprint|Name)\b/.test(client.text('ClientSecrets'));

/** What stands in quotes. */
export const quotedIn = (code: string): string[] => [...code.matchAll(/"([^"\\]*)"/g)].map(([, text]) => text!);

/** In settings, `"true"` counts as well. */
function holds(client: KnownClient, member: string): Holds {
  const value = client.value(member);
  if (value === undefined || value === null || value === 'default') return false;
  if (/^(true|false)$/i.test(String(value))) return String(value).toLowerCase() === 'true';
  return client.isInCode ? { if: String(value) } : false;
}
