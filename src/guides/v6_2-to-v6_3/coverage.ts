import type { CoverageItem } from '../../engine/rules/guide.ts';

/** Everything there is to know about this upgrade. An item with a rule has only a title; the others say what a person can do. */
export const coverage: readonly CoverageItem[] = [
  // The vendor's page.
  { item: 'step-1/package-reference', title: 'Package references move to 6.3' },
  { item: 'step-2/initiate-login-uri', title: 'Clients have a login start address' },
  { item: 'step-2/dpop-properties', title: 'Clients have three settings for DPoP' },
  { item: 'step-2/custom-stores', title: 'Own stores must carry the new client properties' },
  { item: 'step-2/migration', title: 'The clients table gets four columns, by a migration' },
  byHand(
    'step-2/database-update',
    'The migration is applied to the database',
    'No database is ever touched from here. Apply the migration to a copy first, then to the real one, before the new code starts.',
  ),
  { item: 'step-2/other-tools', title: 'The schema is changed with another tool' },
  { item: 'step-3/application-name', title: 'Old keys stay readable under the same application name' },
  { item: 'step-4/token-cleanup-interface', title: 'The clean-up service sits behind an interface' },
  { item: 'step-4/remove-expired-grants-renamed', title: 'The clean-up method has a new name' },
  { item: 'step-4/logout-token-typ', title: 'Logout tokens say that they are logout tokens' },
  { item: 'step-4/process-token-request', title: 'One extension point now runs for more kinds of token requests' },
  { item: 'step-4/one-time-refresh-tokens', title: 'One-time refresh tokens are deleted when used' },
  byHand(
    'step-5/test',
    'The upgraded solution is tested',
    'Only running it can tell. Build it, run its tests, and sign in, refresh and sign out once with every kind of client.',
  ),

  // Types and members.
  { item: 'A01', title: 'TokenCleanupService no longer takes a server-side sessions marker' },
  { item: 'A02', title: 'RemoveExpiredGrantsAsync is called CleanupGrantsAsync' },
  { item: 'A03', title: 'TokenCleanupService is registered under ITokenCleanupService only' },
  { item: 'A04', title: 'DefaultRefreshTokenService needs the persistent grant options' },
  { item: 'A05', title: 'ITokenRequestValidator takes one context object' },
  { item: 'A06', title: 'LoginPageResult needs the options' },
  { item: 'A07', title: 'ConsentPageResult needs the options' },
  { item: 'A08', title: 'CustomRedirectResult needs the options' },
  { item: 'A09', title: 'ConfigureAuthenticationOptions needs a logger' },
  harmless('A10', 'ConfigureAuthenticationContext accepts more option types', 'Code that compiled before still does.'),
  { item: 'A11', title: 'CachingIdentityProviderStore needs a logger' },
  { item: 'A12', title: 'PostConfigureApplicationCookieTicketStore needs a logger' },
  { item: 'A13', title: 'DefaultBackChannelLogoutService needs the issuer name service (from 6.3.7)' },
  { item: 'A14', title: 'Redirect addresses are validated through a context object' },
  { item: 'A15', title: 'The IssueJwtAsync overloads call each other' },
  { item: 'A16', title: 'IncludeNonIsolatedApiResources is obsolete and never set' },
  { item: 'A17', title: 'AuthorizationError has one more value' },
  { item: 'A18', title: 'AddInMemoryClients has an overload for collections' },
  { item: 'A19', title: 'Interaction has an account-creation step' },
  { item: 'A20', title: 'Token responses must name their token type' },
  { item: 'A21', title: 'Endpoint names and paths are public constants' },
  harmless(
    'A22',
    'Some internal types have new names',
    'Only code that matches internal type names by reflection notices.',
  ),
  { item: 'A23', title: 'ServerSideSessionStore has more overridable members' },
  { item: 'A24', title: 'PersistentGrantOptions has a file of its own and one more setting' },

  // Nullable annotations.
  { item: 'nullable/implementations', title: 'Interfaces say where null is allowed' },
  { item: 'nullable/inherited', title: 'A class gets an annotated member from a base' },
  { item: 'nullable/contrary', title: 'A member allows null where the interface does not' },
  { item: 'nullable/callers', title: 'Properties and results may be null by declaration' },
  { item: 'nullable/takers', title: 'Properties and parameters take no null by declaration' },
  { item: 'nullable/identity-model', title: 'IdentityModel 6.1 has nullable annotations' },
  harmless(
    'nullable/unsaid',
    'Thirty interfaces and the base classes of services stay without annotations',
    'Code that implements or overrides them is warned about nothing new.',
  ),

  // Behaviour.
  { item: 'B01', title: 'One-time refresh tokens are deleted when used' },
  { item: 'B02', title: 'Logout tokens have another typ header' },
  { item: 'B03', title: 'ProcessTokenRequestAsync runs in more flows' },
  { item: 'B04', title: 'TokenCleanupService is no longer a service type' },
  { item: 'B05', title: 'Logout tokens say why the session ended' },
  { item: 'B06', title: 'Logout tokens can name a wrong issuer (6.3.0–6.3.6)' },
  { item: 'B07', title: 'Refresh tokens remember how they were bound' },
  { item: 'B08', title: 'The token endpoint always asks for the client certificate' },
  { item: 'B09', title: 'The confirmation claim is set in another place' },
  onServer(
    'B10',
    'A DPoP header is honoured',
    'Whether a client sends one is in its own code. A client that already does gets DPoP tokens, or an error where the licence does not include it; look for `token_type` `DPoP` in the log after deployment.',
  ),
  { item: 'B11', title: 'token_type comes from the response object' },
  { item: 'B12', title: 'The key endpoint stays on without discovery' },
  { item: 'B13', title: 'The discovery document has more entries' },
  { item: 'B14', title: 'Empty client and resource stores are registered by default' },
  { item: 'B15', title: 'A replay cache is registered by default' },
  { item: 'B16', title: 'Resource indicators narrow the token later' },
  { item: 'B17', title: 'Redirect validation enters through the new overload' },
  onServer(
    'B18',
    'Client assertions may name more audiences',
    'A client that signs its own assertions may also name the issuer or the CIBA endpoint as the audience. More is accepted than before; worth a line in a security review.',
  ),
  onServer(
    'B19',
    'Basic authentication is measured after decoding',
    'Longer encoded secrets pass, over-long headers count as no credentials.',
  ),
  { item: 'B20', title: 'Reference tokens show their confirmation claim' },
  { item: 'B21', title: 'Log filters cover other values' },
  onServer('B22', 'Some log messages read differently', 'Alerts that match log text may need the new words.'),
  onServer(
    'B23',
    'The session id is always in identity tokens',
    'Only for hosts that come from 6.2.0–6.2.2 with the check-session endpoint off.',
  ),
  onServer('B24', 'Repeated parameters survive the login page', 'They arrive one by one, no longer joined by commas.'),
  onServer(
    'B25',
    'Server-side session times mean what they say',
    'Pages that list sessions show other creation and renewal times from 6.3.1 on.',
  ),
  { item: 'B26', title: 'Options built outside a request are skipped silently' },
  { item: 'B27', title: 'In-memory OIDC providers are registered under their base type' },
  harmless('B28', 'Events can be raised outside a request', 'It failed before and works now.'),
  { item: 'B29', title: 'Unhandled-exception events carry the exception' },
  {
    item: 'B30',
    title: 'Early 6.3 versions lack fixes that 6.2 already has',
    unruled: {
      state: 'not-looked-for',
      why: 'Settled by the target: 6.3.10 has them all. Anything below it opens CVE-2024-39694 again for those who come from 6.2.5.',
    },
  },
  harmless('B31', 'Account creation can be asked for by a prompt', 'Nothing happens until CreateAccountUrl is set.'),
  { item: 'B32', title: 'Two collections are empty instead of null' },
  harmless('B33', 'The bare path of dynamic providers answers 404', 'It was an unhandled error before.'),
  harmless(
    'B34',
    'Return URLs with control characters are refused',
    'The security fix of 6.2.5 and 6.3.10; no honest URL has them.',
  ),
  onServer('B35', 'One unreadable grant no longer hides the others', 'Grant pages may list more than before.'),
  onServer(
    'B36',
    'Stored grants have more fields',
    'While 6.2 and 6.3 run side by side, a row that 6.2 writes back loses them.',
  ),
  { item: 'B37', title: 'Existing clients get weak DPoP settings from the plain migration' },
  harmless(
    'B38',
    'A missing authentication scheme is named',
    'It fails at start-up as before, with a clearer message.',
  ),
];

/** A person must check. */
function byHand(item: string, title: string, why: string): CoverageItem {
  return { item, title, unruled: { state: 'by-hand', why } };
}

/** Code and settings cannot show it. */
function onServer(item: string, title: string, why: string): CoverageItem {
  return { item, title, unruled: { state: 'not-looked-for', why: `Only the running system shows it. ${why}` } };
}

function harmless(item: string, title: string, why: string): CoverageItem {
  return { item, title, unruled: { state: 'not-looked-for', why: `Nothing to do. ${why}` } };
}
