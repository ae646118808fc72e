/** Keys that 6.3 adds, each with the one that stands beside it in a document of 6.2. */
const added = [
  { key: 'prompt_values_supported', beside: 'authorization_endpoint' },
  { key: 'dpop_signing_alg_values_supported', beside: 'token_endpoint' },
];
const lists = [
  'scopes_supported',
  'claims_supported',
  'grant_types_supported',
  'response_types_supported',
  'response_modes_supported',
  'token_endpoint_auth_methods_supported',
  'id_token_signing_alg_values_supported',
  'subject_types_supported',
  'code_challenge_methods_supported',
];

/**
 * Which of the added keys a copy of the whole document lacks. None where the text is no such copy: it is another server's, or has
 * only the few keys that a stand-in needs.
 */
export function lackingKeys(text: string): readonly string[] {
  const has = (key: string) => new RegExp(`\\b${key}\\b`).test(text);
  const isWhole = has('issuer') && has('jwks_uri') && lists.filter(has).length >= 3;
  return isWhole && !isOfAnother(text)
    ? added.filter(({ key, beside }) => has(beside) && !has(key)).map(({ key }) => key)
    : [];
}

/** The address of the keys, where the text has one, tells whose document it is. */
export const isOfProduct = (text: string) =>
  /jwks_uri\W{1,9}[^\s"'\\,]*\/\.well-known\/openid-configuration\/jwks\b/.test(text);

const isOfAnother = (text: string) => /jwks_uri\W{1,9}https?:/.test(text) && !isOfProduct(text);
