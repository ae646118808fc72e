/** Of the site under test; another one where this is taken. */
export const port = Number(process.env['E2E_PORT'] ?? 4173);
