import { grantOptionsType, optionsType, persistentGrantOptions } from '../../../../engine/facts/constructors/wanted.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import {
  type ChangedConstructor,
  explainOldCall,
  fixOldCall,
  type OldCall,
  oldCalls,
} from '../../changed-constructor.ts';

const changed: ChangedConstructor = {
  item: 'A04',
  type: 'Duende.IdentityServer.Services.DefaultRefreshTokenService',
  before: 4,
  index: 3,
  name: 'options',
  gives: 'the persistent grant options',
  wanted: persistentGrantOptions,
};

/** Upstream reads from the options whether a used token is deleted, so derived classes must pass them; the vendor's page is silent. */
export default defineRule<OldCall>({
  meta: {
    id: 'refresh-token-service-constructor-changed',
    step: 'breaking-changes',
    title: '`DefaultRefreshTokenService` needs the persistent grant options',
    source: '#step-4-breaking-changes',
    covers: ['A04'],
    applies: { since: '6.3.0' },
    names: [changed.type, grantOptionsType, optionsType],
  },
  detect: ({ facts }) => oldCalls([changed], facts),
  explain: (match, { facts }) =>
    explainOldCall(
      match,
      facts,
      'It says whether one-time tokens are deleted when they are used. The container has it, in 6.2 and in 6.3.',
    ),
  fix: (match, { facts }) => fixOldCall(match, facts),
});
