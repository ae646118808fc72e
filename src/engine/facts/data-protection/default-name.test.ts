import { describe, expect, it } from 'vitest';
import type { HostKind } from '../project.ts';
import { contentRootPathOf, defaultNameOf, type Ending } from './default-name.ts';
import { endsWithSeparator, nameAt, serverPath } from './server-path.ts';

/** host, major of .NET, content root, then what ContentRootPath and the default name end like. */
const model: readonly (readonly [HostKind, number | null, Ending, Ending, Ending])[] = [
  ['web-application', 6, 'bare', 'ended', 'ended'],
  ['web-application', 6, 'unknown', 'ended', 'ended'],
  ['web-application', 7, 'bare', 'bare', 'ended'],
  ['web-application', 10, 'ended', 'ended', 'ended'],
  ['web-application', null, 'bare', 'unknown', 'ended'],
  ['generic-host', 3, 'bare', 'bare', 'bare'],
  ['generic-host', 5, 'bare', 'bare', 'bare'],
  ['generic-host', 6, 'bare', 'bare', 'bare'],
  ['generic-host', 6, 'ended', 'ended', 'ended'],
  ['generic-host', 6, 'unknown', 'unknown', 'unknown'],
  ['generic-host', 7, 'bare', 'bare', 'ended'],
  ['generic-host', 8, 'unknown', 'unknown', 'ended'],
  ['generic-host', null, 'bare', 'bare', 'unknown'],
  ['generic-host', null, 'ended', 'ended', 'ended'],
  ['web-host', 6, 'bare', 'bare', 'bare'],
  ['web-host', 6, 'ended', 'ended', 'ended'],
  ['web-host', 9, 'bare', 'bare', 'ended'],
  ['unknown', 6, 'bare', 'unknown', 'unknown'],
  ['unknown', 6, 'ended', 'ended', 'ended'],
  ['unknown', 8, 'bare', 'bare', 'ended'],
];

describe('the default name', () => {
  it.each(model)('of a %s on .NET %s, content root %s: path %s, name %s', (host, framework, root, path, name) => {
    const deployment = { host, framework, library: framework, root };
    expect(contentRootPathOf(deployment)).toBe(path);
    expect(defaultNameOf(deployment)).toBe(name);
  });

  it('follows the library that is loaded, not the framework', () => {
    const deployment = { host: 'generic-host', framework: 6, library: 7, root: 'bare' } as const;
    expect(defaultNameOf(deployment)).toBe('ended');
    expect(contentRootPathOf(deployment)).toBe('bare');
  });
});

describe('a path on a server', () => {
  it.each([
    ['/app', '/app', '/app/'],
    ['/app/', '/app', '/app/'],
    [' /srv/my idp\n', '/srv/my idp', '/srv/my idp/'],
    ['/', '/', '/'],
    ['C:\\inetpub\\idp', 'C:\\inetpub\\idp', 'C:\\inetpub\\idp\\'],
    ['C:\\inetpub\\idp\\', 'C:\\inetpub\\idp', 'C:\\inetpub\\idp\\'],
    ['D:\\', 'D:\\', 'D:\\'],
    ['\\\\files\\share\\idp', '\\\\files\\share\\idp', '\\\\files\\share\\idp\\'],
  ])('%j gives the names %j and %j', (written, bare, ended) => {
    const path = serverPath(written)!;
    expect(nameAt(path, 'bare')).toBe(bare);
    expect(nameAt(path, 'ended')).toBe(ended);
  });

  it.each(['app', '', './app', 'C:/idp', 'C:idp', '//server/share', '~/idp'])('%j is none to be sure of', (written) => {
    expect(serverPath(written)).toBeNull();
  });

  it('knows a separator of either system', () => {
    expect(['/a/', 'C:\\a\\', '/a', 'C:\\a', ''].map(endsWithSeparator)).toEqual([true, true, false, false, false]);
  });
});
