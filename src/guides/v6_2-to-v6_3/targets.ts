import type { Guide } from '../../engine/rules/guide.ts';

/**
 * Only the last patch has the return-URL fix, mends the logout token's issuer and the binding of refresh tokens,
 * and lifts the token libraries with a known hole. It costs one more changed constructor and higher floors.
 */
export const defaultTarget = '6.3.10';

/** Oldest first; each note says what that patch brought, or what is still wrong in it. */
export const targets: Guide['targets'] = [
  {
    version: '6.3.0',
    note: 'First release. Lacks the IsAuthenticated fix of 6.2.4 and the return-URL fix of 6.2.5; reading the proof keys of bound refresh tokens fails.',
  },
  { version: '6.3.1', note: 'Server-side sessions keep the right creation and renewal times.' },
  { version: '6.3.2', note: 'Some parameters of the interaction service may be null again.' },
  { version: '6.3.3', note: 'A session user must be authenticated (as in 6.2.4).' },
  { version: '6.3.4', note: 'Refresh tokens bound by mutual TLS or DPoP can be used again.' },
  { version: '6.3.5', note: 'The exception of an unhandled-exception event is no longer serialised.' },
  { version: '6.3.6', note: 'Removal of expired server-side sessions can be overridden.' },
  {
    version: '6.3.7',
    note: "Logout tokens carry the right issuer. The back-channel logout service's constructor has one more parameter.",
  },
  { version: '6.3.8', note: 'One unreadable grant no longer hides the others.' },
  {
    version: '6.3.9',
    note: 'Needs newer token libraries, without their denial-of-service hole; direct references below that must rise too.',
  },
  {
    version: '6.3.10',
    note: 'The only 6.3 without the open redirect CVE-2024-39694, which 6.2.5 had already closed. Recommended.',
  },
];
