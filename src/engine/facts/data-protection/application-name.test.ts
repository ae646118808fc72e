import { describe, expect, it } from 'vitest';
import { hostIn, startup } from '../../../testing/host-in.ts';

const named = async (statements: string, more: Record<string, string> = {}) =>
  (await hostIn({ 'Startup.cs': startup(statements), ...more })).name;

describe('the name that code sets', () => {
  it.each([
    ['services.AddIdentityServer();', { kind: 'none' }],
    [
      'services.AddIdentityServer(); services.AddDataProtection().SetApplicationName("idp");',
      { kind: 'literal', value: 'idp' },
    ],
    [
      'services.AddIdentityServer(); services.AddDataProtection().SetApplicationName("a").SetApplicationName("b");',
      { kind: 'literal', value: 'b' },
    ],
    [
      'const string name = "idp"; services.AddIdentityServer(); services.AddDataProtection().SetApplicationName(name);',
      { kind: 'literal', value: 'idp' },
    ],
    [
      'services.AddIdentityServer(); services.AddDataProtection().SetApplicationName(configuration["Name"]);',
      { kind: 'computed', text: 'configuration["Name"]' },
    ],
    [
      'services.AddIdentityServer(); services.AddDataProtection().SetApplicationName(env.ContentRootPath);',
      { kind: 'content-root' },
    ],
    [
      'services.AddIdentityServer(); services.AddDataProtection().SetApplicationName(env.ContentRootPath.TrimEnd(Path.DirectorySeparatorChar));',
      { kind: 'trimmed-content-root' },
    ],
  ])('%s', async (statements, given) => expect((await named(statements)).given).toEqual(given));

  it.each([
    [
      'before the first call that adds data protection, without effect',
      'services.Configure<DataProtectionOptions>(o => o.ApplicationDiscriminator = "x"); services.AddIdentityServer();',
      { kind: 'none' },
    ],
    [
      'behind it, with effect',
      'services.AddIdentityServer(); services.Configure<DataProtectionOptions>(o => o.ApplicationDiscriminator = "x");',
      { kind: 'literal', value: 'x' },
    ],
    [
      'behind another call that brings data protection along',
      'services.AddAuthentication(); services.Configure<DataProtectionOptions>(o => o.ApplicationDiscriminator = "x"); services.AddIdentityServer();',
      { kind: 'literal', value: 'x' },
    ],
    [
      'by PostConfigure, anywhere and last',
      'services.PostConfigure<DataProtectionOptions>(o => o.ApplicationDiscriminator = "x"); services.AddIdentityServer(); services.AddDataProtection().SetApplicationName("a");',
      { kind: 'literal', value: 'x' },
    ],
    [
      'in the call that adds data protection',
      'services.AddIdentityServer(); services.AddDataProtection(o => o.ApplicationDiscriminator = "x");',
      { kind: 'literal', value: 'x' },
    ],
    [
      'without effect, and then by the call',
      'services.Configure<DataProtectionOptions>(o => o.ApplicationDiscriminator = "x"); services.AddIdentityServer(); services.AddDataProtection().SetApplicationName("a");',
      { kind: 'literal', value: 'a' },
    ],
    [
      'from configuration, which can not be seen',
      'services.AddIdentityServer(); services.Configure<DataProtectionOptions>(configuration.GetSection("Keys"));',
      { kind: 'uncertain', text: 'configuration' },
    ],
  ])('through the options, %s', async (_where, statements, given) =>
    expect((await named(statements)).given).toEqual(given),
  );

  it('through the options in another method than the rest is not decided', async () => {
    const more = {
      'Options.cs':
        'using Microsoft.AspNetCore.DataProtection; static class More { static void Add(IServiceCollection services) { services.Configure<DataProtectionOptions>(o => o.ApplicationDiscriminator = "x"); } }',
    };
    expect((await named('services.AddIdentityServer();', more)).given).toEqual({ kind: 'uncertain', text: '"x"' });
  });

  it('in two files, differently, is worked out at run time', async () => {
    const more = {
      'More.cs':
        'static class More { static void Add(IServiceCollection services) { services.AddDataProtection().SetApplicationName("b"); } }',
    };
    const statements = 'services.AddIdentityServer(); services.AddDataProtection().SetApplicationName("a");';
    expect((await named(statements, more)).given).toEqual({ kind: 'computed', text: '"b" or "a"' });
  });

  it('by a class of its own, unless a call goes before it', async () => {
    const more = {
      'Own.cs':
        'using Microsoft.AspNetCore.DataProtection.Infrastructure; namespace Acme; class Own : IApplicationDiscriminator { public string Discriminator => "x"; }',
    };
    expect((await named('services.AddIdentityServer();', more)).given).toEqual({ kind: 'own', text: 'Acme.Own' });
    const called = 'services.AddIdentityServer(); services.AddDataProtection().SetApplicationName("a");';
    expect((await named(called, more)).given).toEqual({ kind: 'literal', value: 'a' });
  });
});
