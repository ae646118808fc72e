import {
  dataProtectionNames,
  type ProtectedHost,
  protectedHosts,
} from '../engine/facts/data-protection/data-protection.ts';
import { readFacts } from '../engine/facts/read-facts.ts';
import { testGrammar } from './grammar.ts';
import { workspaceOfTexts } from './workspace-from.ts';

export const project = (inside = '', framework = 'net6.0') =>
  `<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>${framework}</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup><ItemGroup><PackageReference Include="Duende.IdentityServer" Version="6.2.3" />${inside}</ItemGroup></Project>`;

export const startup = (statements: string) =>
  `using Microsoft.AspNetCore.DataProtection;\nclass Startup { void ConfigureServices(IServiceCollection services) { ${statements} } }`;

export const hostCode =
  'Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();';

/** Facts of a solution with a host on .NET 6, unless the files say otherwise. */
export async function factsIn(files: Record<string, string>) {
  const workspace = workspaceOfTexts({ 'Login.csproj': project(), 'Program.cs': hostCode, ...files });
  return readFacts(workspace, { grammar: await testGrammar(), names: dataProtectionNames });
}

export async function hostIn(files: Record<string, string>): Promise<ProtectedHost> {
  return protectedHosts(await factsIn(files))[0]!;
}
