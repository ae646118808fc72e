import {
  type Holds,
  hasBackChannelLogout,
  hasOneTimeRefreshTokens,
  type KnownClient,
  quotedIn,
  usesCertificate,
} from '../../../../engine/facts/clients/clients.ts';
import { isolatedScopes } from '../../../../engine/facts/clients/isolated-resources.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { isSet, whereSet } from '../../../../engine/facts/hosts/identity-server.ts';
import { compareNumbers } from '../../../../engine/facts/version-level.ts';
import type { FilePath } from '../../../../engine/workspace/file-path.ts';

export interface Change {
  readonly item: string; // of the coverage list
  readonly what: string;
  readonly accepts: string;
  /** An expression that decides whether it is so. */
  readonly onlyIf: string | null;
}

const typ = 'LogoutTokenJwtType';
const onUse = 'DeleteOneTimeOnlyRefreshTokensOnUse';

export const changeNames = ['RefreshTokenUsage', 'RequireResourceIndicator', typ, onUse];

/** What a host's upgrade changes for one of its clients, as far as no option has settled it. */
export function changesFor(host: FilePath | null, facts: Facts, target: string): (client: KnownClient) => Change[] {
  const isDecided = (option: string) => isSet(whereSet(option, facts, host));
  const [keepsTyp, keepsTokens] = [isDecided(typ), isDecided(onUse)];
  const isolated = isolatedScopes(facts, host);
  const refusesOld = compareNumbers(target, '6.3.4') < 0;
  return (client) => {
    const logsOut = hasBackChannelLogout(client);
    const refreshes = hasOneTimeRefreshTokens(client);
    const asked = quotedIn(client.text('AllowedScopes')).filter((scope) => isolated.includes(scope));
    return [
      ...when(!keepsTyp && logsOut, 'B05', 'its logout tokens have the `typ` `logout+jwt`', 'that `typ`'),
      ...when(logsOut, 'B05', 'its logout tokens have the claim `logout_reason`', 'a claim it does not know'),
      ...when(
        !keepsTokens && refreshes,
        'B01',
        'a refresh token is deleted when it is used',
        'that only the refresh token of the last answer works',
      ),
      ...when(
        usesCertificate(client) && refreshes,
        'B07',
        refusesOld ? 'refresh tokens that 6.2 issued are refused' : 'a refresh token remembers the client certificate',
        refusesOld ? 'that its users sign in again' : 'that every refresh comes with a certificate',
      ),
      ...when(
        asked.length > 0,
        'B16',
        'a request that names a resource and asks for scopes of others succeeds with fewer scopes; it failed with `invalid_scope`',
        'a token with fewer scopes than it asked for',
      ),
    ];
  };
}

const when = (holds: Holds, item: string, what: string, accepts: string): Change[] =>
  holds === false ? [] : [{ item, what, accepts, onlyIf: holds === true ? null : holds.if }];
