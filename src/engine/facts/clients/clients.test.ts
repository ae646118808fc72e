import { expect, it } from 'vitest';
import { testGrammar } from '../../../testing/grammar.ts';
import { workspaceOfTexts } from '../../../testing/workspace-from.ts';
import { readFacts } from '../read-facts.ts';
import { clientMembers, clientsOf, hasBackChannelLogout, hasOneTimeRefreshTokens } from './clients.ts';

const clientsIn = async (files: Record<string, string>) => {
  const facts = readFacts(workspaceOfTexts(files), { grammar: await testGrammar(), names: clientMembers });
  return clientsOf(facts, null).map(
    (client) =>
      `${client.id}${hasOneTimeRefreshTokens(client) ? ' refresh' : ''}${hasBackChannelLogout(client) ? ' logout' : ''}`,
  );
};

it('reads clients from object initializers, target-typed and later assignments included', async () => {
  const text = `
class Config {
  const string Shop = "shop";
  static List<Client> All => new() {
    new() { ClientId = Shop, AllowedGrantTypes = GrantTypes.Code, AllowOfflineAccess = true },
    new Client { ClientId = "old", AllowOfflineAccess = true, RefreshTokenUsage = TokenUsage.ReUse, BackChannelLogoutUri = Url("x") },
    Special(),
  };
  static Client Special() { var c = new Client { ClientId = name, AllowedScopes = { "a" } }; c.AllowOfflineAccess = true; return c; }
}`;
  expect(await clientsIn({ 'Config.cs': text })).toEqual(['shop refresh', 'old logout', 'name refresh']);
});

it('leaves types of the team, objects without an id, and copies of what is stored, alone', async () => {
  const text = `
class Client { } class Dto { }
class Config {
  object A => new Client { ClientId = "mine", AllowOfflineAccess = true };
  object B => new Dto { ClientId = "mine", AllowOfflineAccess = true };
  object C => new Other { AllowOfflineAccess = true };
  object D(Row row) => new Client { ClientId = row.Id, AllowOfflineAccess = row.Offline, BackChannelLogoutUri = row.Uri };
  // new Client { ClientId = "x", AllowOfflineAccess = true }
}`;
  expect(await clientsIn({ 'Config.cs': text })).toEqual([]);
});

it('reads clients from arrays called Clients in settings', async () => {
  const text = `{
    "IdentityServer": { "Clients": [ { "ClientId": "spa", "AllowOfflineAccess": "true", "BackChannelLogoutUri": "https://x" }, { "Name": "no" } ] },
    "Clients": [ { "clientId": "m2m", "allowedScopes": [ "a" ] }, { "ClientId": "of an API" } ]
  }`;
  expect(await clientsIn({ 'appsettings.json': text })).toEqual(['spa refresh logout', 'm2m']);
});
