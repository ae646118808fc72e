import { identityServerOptions, optionsType } from '../../../../engine/facts/constructors/wanted.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import {
  type ChangedConstructor,
  explainOldCall,
  fixOldCall,
  type OldCall,
  oldCalls,
} from '../../changed-constructor.ts';

const page = (item: string, name: string, before: number): ChangedConstructor => ({
  item,
  type: `Duende.IdentityServer.Endpoints.Results.${name}`,
  before,
  index: before,
  name: 'options',
  gives: 'the options of the server',
  wanted: identityServerOptions,
});
const changes = [
  page('A06', 'LoginPageResult', 1),
  page('A07', 'ConsentPageResult', 1),
  page('A08', 'CustomRedirectResult', 2),
];

/** Upstream works out the page's address in the constructor, which needs the options that were looked up later before. */
export default defineRule<OldCall>({
  meta: {
    id: 'page-result-constructor-changed',
    step: 'breaking-changes',
    title: 'Results that redirect to a page need the options of the server',
    source: '#step-4-breaking-changes',
    covers: ['A06', 'A07', 'A08'],
    applies: { since: '6.3.0' },
    names: [...changes.map(({ type }) => type), optionsType],
  },
  detect: ({ facts }) => oldCalls(changes, facts),
  explain: (match, { facts }) =>
    explainOldCall(match, facts, 'The address of the page is worked out from them when the result is made.'),
  fix: (match, { facts }) => fixOldCall(match, facts),
});
