/** Who made a report. A test holds both to `package.json`. */
export const tool = { name: 'identityserver-upgrade-wizard', version: '0.1.0' } as const;
