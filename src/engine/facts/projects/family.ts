const family = [
  'duende.identityserver',
  'duende.identityserver.storage',
  'duende.identityserver.entityframework',
  'duende.identityserver.entityframework.storage',
  'duende.identityserver.aspnetidentity',
];

/** The packages that are versioned and released together. NuGet ids have no case. */
export const isFamily = (id: string) => family.includes(id.trim().toLowerCase());

/** Which of them tells the version of the product best: the core, then what is built around it. */
export const familyRank = (id: string) => family.indexOf(id.trim().toLowerCase());
