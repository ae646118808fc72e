import type { ObjectCreation } from '../../csharp/index-types.ts';
import type { Span } from '../../text/span.ts';
import type { FilePath } from '../../workspace/file-path.ts';
import type { Facts } from '../facts.ts';
import { isConnected, settingsNear } from '../hosts/connected.ts';
import { isInTests } from '../hosts/is-test-project.ts';
import type { AppSettings, Setting } from '../settings.ts';

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
}

/** The clients of a host and of what it is connected with, those of tests left out; by place. */
export const clientsOf = (facts: Facts, host: FilePath | null): KnownClient[] => [
  ...inCode(facts, host),
  ...settingsNear(host, facts).flatMap(inSettings),
];

function inCode(facts: Facts, host: FilePath | null): KnownClient[] {
  const made = clientMembers
    .flatMap((member) => facts.csharp.objectsSetting(member))
    .filter((object) => object.of.kind !== 'solution' && !isInTests(object, facts))
    .filter(isConnected(host, facts));
  return [...new Map(made.map((object) => [`${object.path}:${object.span.start}`, object])).values()]
    .flatMap(fromObject)
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.span.start - b.span.start));
}

function fromObject({ path, head, members, setLater }: ObjectCreation): KnownClient[] {
  const set = (member: string) => [...members, ...setLater].findLast((one) => one.member === member);
  const id = set('ClientId');
  if (!id || isCopied(id)) return [];
  return [
    {
      id: String(id.literal ?? id.text),
      path,
      span: id.path === path ? id.span : head,
      isInCode: true,
      value(member) {
        const found = set(member);
        return found && (found.literal ?? found.text);
      },
    },
  ];
}

/** `ClientId = entity.ClientId`: not a client written down, but one that is turned into another shape. */
const isCopied = ({ literal, text }: { readonly literal: unknown; readonly text: string }) =>
  literal === null && /^(this\.)?[a-z_]\w*\??\.\w+$/.test(text);

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
    return [{ id: String(id.value), path, span: id.span, isInCode: false, value: (member) => find(member)?.value }];
  });
}

/** Refresh tokens for one use each, which is the default. */
export const hasOneTimeRefreshTokens = (client: KnownClient): boolean =>
  isTrue(client.value('AllowOfflineAccess')) && !/\bReUse$|^0$/i.test(String(client.value('RefreshTokenUsage') ?? ''));

export const hasBackChannelLogout = (client: KnownClient): boolean => {
  const uri = client.value('BackChannelLogoutUri');
  return uri !== undefined && uri !== null && uri !== '' && uri !== 'null';
};

/** In settings, `"true"` counts as well. */
const isTrue = (value: unknown) => String(value).toLowerCase() === 'true';
