import { describe, expect, it } from 'vitest';
import { testGrammar } from '../../../testing/grammar.ts';
import { workspaceOfTexts } from '../../../testing/workspace-from.ts';
import { readFacts } from '../read-facts.ts';
import { hostKindOf, hostNames } from './host-kind.ts';

const projectOf = (sdk: string) =>
  `<Project Sdk="${sdk}"><PropertyGroup><TargetFramework>net6.0</TargetFramework></PropertyGroup></Project>`;

async function kindOf(files: Record<string, string>, sdk = 'Microsoft.NET.Sdk.Web') {
  const workspace = workspaceOfTexts({ 'App.csproj': projectOf(sdk), ...files });
  const facts = readFacts(workspace, { grammar: await testGrammar(), names: hostNames });
  return hostKindOf(facts, facts.projects[0]!);
}

describe('hostKindOf', () => {
  it.each([
    ['web-application', 'var builder = WebApplication.CreateBuilder(args);'],
    ['web-application', 'var builder = WebApplication.CreateSlimBuilder(args);'],
    ['web-application', 'var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder();'],
    [
      'generic-host',
      'Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();',
    ],
    ['generic-host', 'var builder = Host.CreateApplicationBuilder(args);'],
    ['web-host', 'WebHost.CreateDefaultBuilder(args).UseStartup<Startup>().Build().Run();'],
    ['unknown', 'Bootstrap.Run(args); // WebApplication.CreateBuilder(args)'],
    ['unknown', 'Forms.CreateBuilder(args);'],
  ])('says %s for %s', async (kind, code) => {
    expect(await kindOf({ 'Program.cs': code })).toBe(kind);
  });

  it('listens to Program.cs where another file builds another host', async () => {
    const files = {
      'Program.cs': 'var builder = WebApplication.CreateBuilder(args);',
      'DesignTime.cs': 'class D { void M() { Host.CreateDefaultBuilder(); } }',
    };
    expect(await kindOf(files)).toBe('web-application');
  });

  it('does not choose between two in one place', async () => {
    expect(
      await kindOf({
        'Program.cs': 'if (args.Length > 0) Host.CreateDefaultBuilder(); else WebApplication.CreateBuilder();',
      }),
    ).toBe('unknown');
  });

  it('takes a project that builds nothing for a library, unless it is a web project', async () => {
    expect(await kindOf({ 'A.cs': 'class A { }' }, 'Microsoft.NET.Sdk')).toBe('library');
    expect(await kindOf({ 'A.cs': 'class A { }' }, 'Microsoft.NET.Sdk.Razor')).toBe('library');
    expect(await kindOf({ 'A.cs': 'class A { }' })).toBe('unknown');
  });

  it('leaves own classes of that name alone', async () => {
    const files = {
      'Program.cs': 'WebApplication.CreateBuilder();',
      'WebApplication.cs': 'static class WebApplication { public static void CreateBuilder() { } }',
    };
    expect(await kindOf(files, 'Microsoft.NET.Sdk')).toBe('library');
  });
});
