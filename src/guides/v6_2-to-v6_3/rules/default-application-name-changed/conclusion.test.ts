import { describe, expect, it } from 'vitest';
import type { DataProtection } from '../../../../engine/facts/data-protection/data-protection.ts';
import type { HostKind, Project } from '../../../../engine/facts/project.ts';
import { conclusion } from './conclusion.ts';

const nothing: DataProtection = {
  applicationName: null,
  discriminator: null,
  ownDiscriminator: null,
  keyStores: [],
  contentRoot: null,
  hasDockerfile: false,
};

const messageOf = (kind: HostKind, framework: string, protection: Partial<DataProtection> = {}) =>
  conclusion({
    kind,
    project: { path: 'Host.csproj', targetFrameworks: [framework] } as unknown as Project,
    protection: { ...nothing, ...protection },
  }).message;

describe('conclusion', () => {
  it.each<[HostKind, string, string]>([
    ['web-application', 'net6.0', 'Even a later move to .NET 7 or newer would keep the name'],
    ['generic-host', 'net6.0', 'adds a separator to the name, and the old keys become unreadable'],
    ['web-host', 'net6.0', 'adds a separator to the name, and the old keys become unreadable'],
    ['generic-host', 'net7.0', 'A name without it'],
    ['web-application', 'net8.0', 'A name without it'],
    [
      'unknown',
      'net6.0',
      'With `WebApplication` a later move to .NET 7 or newer keeps the name; with `Host` or `WebHost` it adds',
    ],
  ])('tells a %s on %s that this upgrade changes nothing, and what a later move would', (kind, framework, later) => {
    const message = messageOf(kind, framework);
    expect(message).toContain('IdentityServer 6.3 changes nothing about that');
    expect(message).toContain(later);
  });

  it('never advises the path without its separator where that would lose the keys', () => {
    for (const message of [messageOf('web-application', 'net6.0'), messageOf('generic-host', 'net8.0')]) {
      expect(message).not.toContain('Before that move, set the path without the separator');
      expect(message).toContain('make the old keys unreadable');
    }
  });

  it('keeps a name that is set, and says so when it is computed', () => {
    const call = { arguments: [] } as never;
    const literal = messageOf('generic-host', 'net6.0', { applicationName: { call, value: 'idp', text: '"idp"' } });
    expect(literal).toContain('names its application itself: `"idp"`');
    expect(literal).not.toContain('computed');
    const computed = messageOf('generic-host', 'net6.0', { applicationName: { call, value: null, text: 'root' } });
    expect(computed).toContain('The name is computed');
  });

  it('says that a name set through the options can be without effect', () => {
    const discriminator = { text: '"idp"' } as never;
    expect(messageOf('generic-host', 'net6.0', { discriminator })).toContain('has no effect');
  });

  it('warns of keys in a container, unless they are kept elsewhere', () => {
    expect(messageOf('web-application', 'net6.0', { hasDockerfile: true })).toContain('lost with every new container');
    const keyStores = [{ call: {} as never, label: 'a folder' }];
    expect(messageOf('web-application', 'net6.0', { hasDockerfile: true, keyStores })).not.toContain('lost with');
  });
});
