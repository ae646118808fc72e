import { describe, expect, it } from 'vitest';
import { factsIn, hostCode, startup } from '../../../testing/host-in.ts';
import { protectedHosts } from './data-protection.ts';
import { type NameToSet, setName } from './set-name.ts';

const literal: NameToSet = { kind: 'literal', value: '/app' };
const trimmed: NameToSet = { kind: 'trimmed' };

/** What the edit inserts and where, without the `using`s: "file: … before‸text". null: none is made. */
async function edited(files: Record<string, string>, name: NameToSet) {
  const facts = await factsIn(files);
  const changes = setName(protectedHosts(facts)[0]!, name, facts);
  const [edit, ...others] = (changes ?? []).filter(({ kind }) => kind === 'edit');
  expect(others).toEqual([]);
  if (edit?.kind !== 'edit') return null;
  const text = facts.csharp.sourceOf(edit.path).text;
  return `${edit.path}: ${text
    .slice(0, edit.span.start)
    .split(/[\n;{]/)
    .at(-1)
    ?.trim()}‸${edit.newText.trim()}`;
}

describe('the place of a name', () => {
  const trimmedRoot = 'ContentRootPath.TrimEnd(Path.DirectorySeparatorChar)';
  it.each([
    [
      'the chain that is there',
      'services.AddDataProtection(); services.AddIdentityServer();',
      'services.AddDataProtection()‸.SetApplicationName("/app")',
    ],
    [
      'the chain, also where its builder is kept',
      'var keys = services.AddDataProtection(); services.AddIdentityServer();',
      'var keys = services.AddDataProtection()‸.SetApplicationName("/app")',
    ],
    ['beside the server', 'services.AddIdentityServer();', '‸services.AddDataProtection().SetApplicationName("/app");'],
    [
      'beside the server, where a branch adds data protection',
      'if (isLive) services.AddDataProtection(); services.AddIdentityServer();',
      '‸services.AddDataProtection().SetApplicationName("/app");',
    ],
    [
      'beside the server, where data protection is added twice',
      'services.AddDataProtection(); services.AddDataProtection(); services.AddIdentityServer();',
      '‸services.AddDataProtection().SetApplicationName("/app");',
    ],
    [
      'beside the server, where a method of the team has the name',
      'services.AddDataProtection(configuration); services.AddIdentityServer();',
      '‸services.AddDataProtection().SetApplicationName("/app");',
    ],
  ])('is %s', async (_place, statements, expected) => {
    const found = await edited({ 'Startup.cs': startup(statements) }, literal);
    expect(found?.replace(/^Startup\.cs: /, '')).toBe(expected);
  });

  it('is the argument of the call that sets another one, and never a second call', async () => {
    const one = startup('services.AddIdentityServer(); services.AddDataProtection().SetApplicationName("x");');
    expect(await edited({ 'Startup.cs': one }, literal)).toBe(
      'Startup.cs: services.AddDataProtection().SetApplicationName(‸"/app"',
    );
    const two = startup(
      'services.AddIdentityServer(); services.AddDataProtection().SetApplicationName("x").SetApplicationName("y");',
    );
    expect(await edited({ 'Startup.cs': two }, literal)).toBeNull();
    expect(await edited({ 'Startup.cs': one }, trimmed)).toBeNull();
  });

  it('is the value that the options are given, where that has effect for sure', async () => {
    const set = 'services.Configure<DataProtectionOptions>(o => o.ApplicationDiscriminator = "x");';
    const after = startup(`services.AddIdentityServer(); ${set}`);
    expect(await edited({ 'Startup.cs': after }, literal)).toContain('ApplicationDiscriminator =‸"/app"');
    const elsewhere = {
      'Startup.cs': startup('services.AddIdentityServer();'),
      'More.cs': `using Microsoft.AspNetCore.DataProtection; static class More { static void Add(IServiceCollection services) { ${set} } }`,
    };
    expect(await edited(elsewhere, literal)).toBeNull();
  });

  it('is where the host is built, when only that knows the content root', async () => {
    const files = { 'Startup.cs': startup('services.AddDataProtection(); services.AddIdentityServer();') };
    expect(await edited(files, trimmed)).toBe(
      `Program.cs: Host.CreateDefaultBuilder(args)‸.ConfigureServices((context, services) =>\n    services.AddDataProtection().SetApplicationName(context.HostingEnvironment.${trimmedRoot}))`,
    );
  });

  it('gives parameters names that nothing around them has', async () => {
    const program = `var services = 1; var context = 2;\n${hostCode}`;
    const files = { 'Startup.cs': startup('services.AddIdentityServer();'), 'Program.cs': program };
    expect(await edited(files, trimmed)).toContain('(hostContext, hostServices) =>');
  });

  it('is the lambda that knows the content root, where the server is added in one', async () => {
    const program =
      'WebHost.CreateDefaultBuilder(args).ConfigureServices((ctx, all) => { all.AddIdentityServer(); }).Build().Run();';
    expect(await edited({ 'Program.cs': program }, trimmed)).toBe(
      `Program.cs: all.AddIdentityServer();‸all.AddDataProtection().SetApplicationName(ctx.HostingEnvironment.${trimmedRoot});`.replace(
        'all.AddIdentityServer();‸',
        '‸',
      ),
    );
  });

  it.each([
    [
      'in an expression',
      'class Startup { void ConfigureServices(IServiceCollection services) => services.AddIdentityServer(); }',
    ],
    ['in a branch', startup('if (isLive) services.AddIdentityServer();')],
    ['between directives', startup('\n#if NET6_0_OR_GREATER\nservices.AddIdentityServer();\n#endif\n')],
  ])('is the host where the server is added %s', async (_where, text) => {
    expect(await edited({ 'Startup.cs': text }, literal)).toMatch(/^Program\.cs: Host\.CreateDefaultBuilder\(args\)‸/);
  });

  it('is none where the host is built in two ways, or nowhere that we see', async () => {
    const text =
      'class Startup { void ConfigureServices(IServiceCollection services) => services.AddIdentityServer(); }';
    const twice = `if (old) ${hostCode} else ${hostCode}`;
    expect(await edited({ 'Startup.cs': text, 'Program.cs': twice }, literal)).toBeNull();
    expect(await edited({ 'Startup.cs': text, 'Program.cs': 'Bootstrap.Run(args);' }, literal)).toBeNull();
  });

  it('is not early in the host while the options set a name that is overwritten now', async () => {
    const statements =
      'services.Configure<DataProtectionOptions>(o => o.ApplicationDiscriminator = "x"); services.AddIdentityServer();';
    expect(await edited({ 'Startup.cs': startup(statements) }, trimmed)).toBeNull();
    expect(await edited({ 'Startup.cs': startup(statements) }, literal)).toContain('‸services.AddDataProtection()');
  });
});
