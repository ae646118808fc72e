import { issuerNameService, issuerNameType } from '../../../../engine/facts/constructors/wanted.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import {
  type ChangedConstructor,
  explainOldCall,
  fixOldCall,
  type OldCall,
  oldCalls,
} from '../../changed-constructor.ts';

const changed: ChangedConstructor = {
  item: 'A13',
  type: 'Duende.IdentityServer.Services.DefaultBackChannelLogoutService',
  before: 5,
  index: 4,
  name: 'issuerNameService',
  gives: 'the issuer name service',
  wanted: issuerNameService,
};

/** Upstream mended the issuer of logout tokens in a patch, and changed a constructor with it. */
export default defineRule<OldCall>({
  meta: {
    id: 'back-channel-logout-constructor-changed',
    step: 'breaking-changes',
    title: '`DefaultBackChannelLogoutService` needs the issuer name service',
    source: '#step-4-breaking-changes',
    covers: ['A13'],
    applies: { since: '6.3.7' },
    names: [changed.type, issuerNameType],
  },
  detect: ({ facts }) => oldCalls([changed], facts),
  explain: (match, { facts }) =>
    explainOldCall(
      match,
      facts,
      'Logout tokens take their issuer from it, from 6.3.7 on; earlier 6.3 versions still have the old constructor.',
    ),
  fix: (match, { facts }) => fixOldCall(match, facts),
});
