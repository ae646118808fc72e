import { expect, it } from 'vitest';
import { testGrammar } from '../../../testing/grammar.ts';
import { workspaceOfTexts } from '../../../testing/workspace-from.ts';
import { readFacts } from '../read-facts.ts';
import {
  clientMembers,
  clientsOf,
  clientType,
  type Holds,
  hasBackChannelLogout,
  hasOneTimeRefreshTokens,
  usesCertificate,
} from './clients.ts';

const clientsIn = async (files: Record<string, string>) => {
  const facts = readFacts(workspaceOfTexts(files), {
    grammar: await testGrammar(),
    names: [clientType, ...clientMembers],
  });
  return clientsOf(facts, null).map(
    (client) =>
      `${client.id}${word('refresh', hasOneTimeRefreshTokens(client))}${word('logout', hasBackChannelLogout(client))}${usesCertificate(client) ? ' certificate' : ''}`,
  );
};

const word = (name: string, holds: Holds) =>
  holds === false ? '' : ` ${name}${holds === true ? '' : ` if ${holds.if}`}`;

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

it('reads what a helper method is called with, and says what decides where it is no literal', async () => {
  const text = `
using Duende.IdentityServer.Models;
class Config {
  static IEnumerable<Client> All(bool refresh) { yield return Web("shop", true); yield return Web(offline: refresh, id: "desk"); yield return Named(Name()); }
  static Client Web(string id, bool offline) => new Client { ClientId = id, AllowedGrantTypes = GrantTypes.Code, AllowOfflineAccess = offline };
  static Client Named(string id) => new Client { ClientId = id, AllowedScopes = { "a" } };
  static Client Never(string id) => new Client { ClientId = id, AllowedScopes = { "a" }, AllowOfflineAccess = Flags.Offline };
}`;
  expect(await clientsIn({ 'Config.cs': text })).toEqual([
    'shop refresh',
    'desk refresh if refresh',
    'Name()',
    'id refresh if Flags.Offline',
  ]);
});

it('reads clients of a derived type, and which of them have a certificate', async () => {
  const text = `
using Duende.IdentityServer.Models;
class Tenant : Client { public string Owner { get; set; } }
class Config {
  object A => new Tenant { ClientId = "own", AllowOfflineAccess = true, ClientSecrets = { new Secret("x") { Type = SecretTypes.X509CertificateThumbprint } } };
  object B => new Client { ClientId = "jwt", ClientSecrets = { new Secret("x") { Type = SecretTypes.X509CertificateBase64 } } };
}`;
  const settings = `{ "Clients": [ { "ClientId": "m2m", "ClientSecrets": [ { "Type": "X509Thumbprint", "Value": "x" } ] } ] }`;
  expect(await clientsIn({ 'Config.cs': text, 'appsettings.json': settings })).toEqual([
    'own refresh certificate',
    'jwt',
    'm2m certificate',
  ]);
});
