/** A service that 6.3 registers itself. */
export interface Service {
  readonly item: string;
  readonly type: string;
  readonly name: string;
  readonly byDefault: string;
  readonly consequence: string;
  /** Calls of the product that registered it on 6.2 already. */
  readonly registeredBy: readonly string[];
}

export const services: readonly Service[] = [
  {
    item: 'B14',
    type: 'Duende.IdentityServer.Stores.IClientStore',
    name: 'IClientStore',
    byDefault: 'an empty store',
    consequence: 'every client becomes unknown, and each request of one fails with `invalid_client`',
    registeredBy: ['AddInMemoryClients', 'AddClientStore', 'AddConfigurationStore'],
  },
  {
    item: 'B14',
    type: 'Duende.IdentityServer.Stores.IResourceStore',
    name: 'IResourceStore',
    byDefault: 'an empty store',
    consequence: 'there are no scopes and resources any more',
    registeredBy: [
      'AddInMemoryApiScopes',
      'AddInMemoryApiResources',
      'AddInMemoryIdentityResources',
      'AddResourceStore',
      'AddConfigurationStore',
    ],
  },
  {
    item: 'B15',
    type: 'Duende.IdentityServer.Services.IReplayCache',
    name: 'IReplayCache',
    byDefault: 'its own cache',
    consequence: 'replays are looked for in the default cache and not in the one registered here',
    registeredBy: ['AddJwtBearerClientAuthentication'],
  },
];
