import type { ObjectCreation } from '../../csharp/index-types.ts';
import type { FilePath } from '../../workspace/file-path.ts';
import type { Facts } from '../facts.ts';
import { isConnected } from '../hosts/connected.ts';
import { isInTests } from '../hosts/is-test-project.ts';
import { quotedIn } from './clients.ts';

/** API resources that only a request with a resource indicator reaches. */
export const isolatedResources = (facts: Facts, host: FilePath | null): readonly ObjectCreation[] =>
  facts.csharp
    .objectsSetting('RequireResourceIndicator')
    .filter(({ of }) => of.kind !== 'solution')
    .filter((made) => !isInTests(made, facts))
    .filter(isConnected(host, facts))
    .filter(({ members }) => members.some((set) => set.member === 'RequireResourceIndicator' && set.literal === true));

/** Their scopes, as far as the code writes them as text. */
export const isolatedScopes = (facts: Facts, host: FilePath | null): readonly string[] =>
  isolatedResources(facts, host).flatMap(({ members }) =>
    members.filter(({ member }) => member === 'Scopes').flatMap(({ text }) => quotedIn(text)),
  );
