import { describe, expect, it } from 'vitest';
import { runRules } from '../../engine/rules/run-rules.ts';
import { factsOf } from '../../testing/facts-of.ts';
import { workspaceOfTexts } from '../../testing/workspace-from.ts';
import guide from './guide.ts';

const reference = (version: string, condition = '') =>
  `<ItemGroup${condition}><PackageReference Include="Duende.IdentityServer.EntityFramework" Version="${version}" /></ItemGroup>`;
const link = '<ItemGroup><Compile Include="../Shared/Job.cs" Link="Job.cs" /></ItemGroup>';
const project = (body: string, frameworks = '<TargetFramework>net8.0</TargetFramework>') =>
  `<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup>${frameworks}<ImplicitUsings>enable</ImplicitUsings></PropertyGroup>${body}</Project>`;
const two = '<TargetFrameworks>net6.0;net8.0</TargetFrameworks>';
const only = (framework: string) => ` Condition="'$(TargetFramework)' == '${framework}'"`;

const using = 'using Duende.IdentityServer.EntityFramework;\n';
const job = (body: string) => `namespace Acme\n{\n    public class Job\n    {\n${body}\n    }\n}\n`;
const call = '        public Task Run(TokenCleanupService cleanup) => cleanup.RemoveExpiredGrantsAsync();';
const own = (namespace: string) =>
  `namespace ${namespace} { public class TokenCleanupService { public Task RemoveExpiredGrantsAsync() => Task.CompletedTask; } }\n`;

/** What is said of calls of the method that 6.3 renamed. */
async function renames(files: Record<string, string>) {
  const facts = await factsOf(guide, workspaceOfTexts(files));
  const { findings } = runRules(guide, facts, { answers: new Map(), target: guide.defaultTarget });
  return findings
    .filter(({ rule }) => rule === 'cleanup-grants-renamed')
    .map(({ projects, fixes, message, evidence: [{ path, line }] }) => ({
      at: `${path}:${line}`,
      projects,
      fixes: fixes.map(({ id }) => id),
      message,
    }));
}

describe('code that several builds compile', () => {
  it('is one finding for two projects, with its edit, where both take it to mean the same', async () => {
    const found = await renames({
      'A/A.csproj': project(reference('6.2.5') + link),
      'B/B.csproj': project(reference('6.2.5') + link),
      'Shared/Job.cs': using + job(call),
    });
    expect(found).toEqual([
      {
        at: 'Shared/Job.cs:6',
        projects: ['A/A.csproj', 'B/B.csproj'],
        fixes: ['rename'],
        message: expect.not.stringContaining('for you to make'),
      },
    ]);
  });

  it('is left to a person where another project has a type of its own of that name', async () => {
    const found = await renames({
      'A/A.csproj': project(reference('6.2.5') + link),
      'B/B.csproj': project(link),
      'B/Own.cs': own('Duende.IdentityServer.EntityFramework'),
      'Shared/Job.cs': using + job(call),
    });
    expect(found).toEqual([
      {
        at: 'Shared/Job.cs:6',
        projects: ['A/A.csproj'],
        fixes: [],
        message: expect.stringContaining('The same code is part of `B.csproj` too'),
      },
    ]);
  });

  it('is left to a person where another project stays at an older version', async () => {
    const found = await renames({
      'A/A.csproj': project(reference('6.2.5') + link),
      'B/B.csproj': project(reference('5.2.3') + link),
      'Shared/Job.cs': using + job(call),
    });
    expect(found.map(({ fixes }) => fixes)).toEqual([[]]);
  });

  it('is left to a person where it means another type for another framework', async () => {
    const conditional = `#if NET8_0_OR_GREATER\n${using}#else\nusing Acme.Own;\n#endif\n`;
    const found = await renames({
      'A.csproj': project(reference('6.2.5', only('net8.0')), two),
      'Job.cs': conditional + job(call),
      'Own.cs': own('Acme.Own'),
    });
    expect(found.map(({ fixes, message }) => [fixes, message])).toEqual([
      [[], expect.stringContaining('means something else for another target framework')],
    ]);
  });

  const both = project(reference('6.2.5', only('net6.0')) + reference('6.3.10', only('net8.0')), two);

  it('is left to a person where both versions compile it', async () => {
    const [found, ...others] = await renames({ 'A.csproj': both, 'Job.cs': using + job(call) });
    expect(found?.fixes).toEqual([]);
    expect(others).toEqual([]);
  });

  it('is edited in the half that moves, where `#if` divides it', async () => {
    const divided = `#if NET8_0_OR_GREATER\n${call.replace('RemoveExpired', 'Cleanup')}\n#else\n${call}\n#endif`;
    const found = await renames({ 'A.csproj': both, 'Job.cs': using + job(divided) });
    expect(found.map(({ at, fixes }) => [at, fixes])).toEqual([['Job.cs:9', ['rename']]]);
  });
});
