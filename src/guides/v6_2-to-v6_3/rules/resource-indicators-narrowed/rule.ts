import type { ObjectCreation, TypeUse } from '../../../../engine/csharp/index-types.ts';
import { isolatedResources } from '../../../../engine/facts/clients/isolated-resources.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { isConnected } from '../../../../engine/facts/hosts/connected.ts';
import {
  type IdentityServerSite,
  identityServerNames,
  identityServerSites,
} from '../../../../engine/facts/hosts/identity-server.ts';
import { isInTests } from '../../../../engine/facts/hosts/is-test-project.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';

const validator = 'Duende.IdentityServer.Validation.IResourceValidator';

interface Match {
  readonly site: IdentityServerSite;
  readonly isolated: readonly ObjectCreation[];
  readonly validators: readonly TypeUse[];
}

/** Upstream narrows a token to the resource that the request names, where it refused the other scopes before. */
export default defineRule<Match>({
  meta: {
    id: 'resource-indicators-narrowed',
    step: 'breaking-changes',
    title: 'A request that names a resource is narrowed, no longer refused',
    source: 'https://docs.duendesoftware.com/identityserver/v6/fundamentals/resources/isolation/',
    covers: ['B16'],
    applies: { since: '6.3.0' },
    names: [...identityServerNames, 'RequireResourceIndicator', validator],
  },

  *detect({ facts }) {
    for (const site of identityServerSites(facts)) {
      const isolated = isolatedResources(facts, site.project);
      if (isolated.length > 0) yield { site, isolated, validators: ownValidators(site, facts) };
    }
  },

  explain: ({ site, isolated, validators }, { facts }) => {
    const show = ({ path, span }: Pick<TypeUse, 'path' | 'span'>, because: string) =>
      evidence(facts.csharp.sourceOf(path), span, because);
    const [first, ...rest] = isolated.map((made) =>
      show({ ...made, span: made.head }, 'is reached by a resource indicator only'),
    );
    return {
      title: 'A request that names a resource gets fewer scopes, and no error',
      message: `API resources here ask for a resource indicator. Where a request named one and asked for scopes of others, 6.2 refused it with \`invalid_scope\`. 6.3 lets it through and leaves those scopes out of the token. A client that relied on the error gets a token that does less than it asked for; a consent page may list more scopes than before.${
        validators.length > 0
          ? ' An own `IResourceValidator` decides this here: it is also asked without the flag that 6.2 set.'
          : ''
      } After deployment, ask once for such a token and look at its scopes.`,
      severity: 'changes-behaviour',
      confidence: 'likely',
      projects: site.call.projects,
      evidence: [first!, ...rest, ...validators.map((use) => show(use, 'decides which resources a request gets'))],
    };
  },
});

const ownValidators = ({ project }: IdentityServerSite, facts: Facts): TypeUse[] =>
  facts.csharp
    .typeUses(validator)
    .filter(({ role }) => role === 'base')
    .filter((use) => isConnected(project, facts)(use) && !isInTests(use, facts));
