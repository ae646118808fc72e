import type { ContextSummary } from './analysis.ts';
import type { Facts } from './facts/facts.ts';
import { configurationContexts } from './facts/schema/configuration-store.ts';
import { providerLabel } from './facts/schema/provider.ts';

export const contextSummaries = (facts: Facts): ContextSummary[] =>
  configurationContexts(facts).flatMap(({ name, declaration, registrations, snapshots }) => {
    const place = declaration ?? registrations[0] ?? snapshots[0];
    const providers = [
      ...registrations.flatMap((registration) => registration.providers),
      ...snapshots.map(({ provider }) => provider),
    ];
    return place
      ? [
          {
            name,
            path: place.path,
            databases: [...new Set(providers.map(providerLabel))],
            snapshots: snapshots.map(({ path, provider, level }) => ({
              path,
              database: providerLabel(provider),
              level,
            })),
          },
        ]
      : [];
  });
