import { loggerOf } from '../../../../engine/facts/constructors/wanted.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import {
  type ChangedConstructor,
  explainOldCall,
  fixOldCall,
  type OldCall,
  oldCalls,
} from '../../changed-constructor.ts';

const withLogger = (item: string, type: string, before: number): ChangedConstructor => ({
  item,
  type,
  before,
  index: before,
  name: 'logger',
  gives: 'a logger',
  wanted: loggerOf(type),
});
const providers = 'Duende.IdentityServer.Hosting.DynamicProviders';
const changes = [
  withLogger('A09', `${providers}.ConfigureAuthenticationOptions`, 1),
  withLogger('A11', `${providers}.CachingIdentityProviderStore`, 5),
  withLogger('A12', 'Duende.IdentityServer.Configuration.PostConfigureApplicationCookieTicketStore', 3),
];

/** Upstream logs where there is no request instead of failing, so these constructors take a logger. */
export default defineRule<OldCall>({
  meta: {
    id: 'dynamic-provider-logger-added',
    step: 'breaking-changes',
    title: 'Classes around dynamic providers and cookie sessions need a logger',
    source: '#step-4-breaking-changes',
    covers: ['A09', 'A11', 'A12'],
    applies: { since: '6.3.0' },
    names: changes.map(({ type }) => type),
  },
  detect: ({ facts }) => oldCalls(changes, facts),
  explain: (match, { facts }) =>
    explainOldCall(
      match,
      facts,
      'It is told when options are read outside a request. A logger of the derived class will do.',
    ),
  fix: (match, { facts }) => fixOldCall(match, facts),
});
