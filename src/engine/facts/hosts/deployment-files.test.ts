import { expect, it } from 'vitest';
import { testGrammar } from '../../../testing/grammar.ts';
import { workspaceOfTexts } from '../../../testing/workspace-from.ts';
import { readFacts } from '../read-facts.ts';
import { deploymentFilesOf } from './deployment-files.ts';

const project = '<Project Sdk="Microsoft.NET.Sdk.Web"></Project>';

/** Dockerfiles of `Login`, which lies beside `Shop`. */
async function imagesWith(files: Record<string, string>) {
  const facts = await readFacts(
    workspaceOfTexts({ 'src/Login/Login.csproj': project, 'src/Shop/Shop.csproj': project, ...files }),
    { grammar: await testGrammar(), names: [] },
  );
  const login = facts.projects.find(({ path }) => path === 'src/Login/Login.csproj')!;
  return deploymentFilesOf(facts, login, false).images.map(({ value }) => value);
}

it.each([
  ['that starts it', 'FROM x\nWORKDIR /app\nENTRYPOINT ["dotnet", "Login.dll"]\n'],
  ['that publishes it', 'FROM sdk\nRUN dotnet publish src/Login/Login.csproj -o /app\nENTRYPOINT ./run\n'],
])('a Dockerfile elsewhere %s is of the project', async (_, text) => {
  expect(await imagesWith({ 'deploy/Dockerfile': text })).toEqual(['deploy/Dockerfile']);
});

it.each([
  [
    'that only copies its project file for the restore',
    'FROM sdk\nCOPY "src/Login/Login.csproj" "src/Login/Login.csproj"\nENTRYPOINT ["dotnet", "Shop.dll"]\n',
  ],
  ['that starts another', 'FROM sdk\nRUN dotnet publish src/Login/Login.csproj\nENTRYPOINT ["dotnet", "Shop.dll"]\n'],
  ['that starts something else and copies it', 'FROM sdk\nCOPY src/Login/Login.csproj .\nENTRYPOINT ./shop\n'],
])('a Dockerfile elsewhere %s is not', async (_, text) => {
  expect(await imagesWith({ 'src/Shop/Dockerfile': text })).toEqual([]);
});
