import type { ObjectCreation, TypeAnswer } from '../../../../engine/csharp/index-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { isConnected } from '../../../../engine/facts/hosts/connected.ts';
import { isSet, whereSet } from '../../../../engine/facts/hosts/identity-server.ts';
import { isInTests } from '../../../../engine/facts/hosts/is-test-project.ts';
import { isGiven } from '../../../../engine/facts/made-objects.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { FixDraft } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';

const response = 'Duende.IdentityServer.ResponseHandling.TokenResponse';
const generators = [
  'Duende.IdentityServer.ResponseHandling.ITokenResponseGenerator',
  'Duende.IdentityServer.ResponseHandling.TokenResponseGenerator',
];
const property = 'AccessTokenType';

/** Upstream takes `token_type` from the response object, where it used to be written as a constant. */
export default defineRule<ObjectCreation>({
  meta: {
    id: 'token-response-type-unset',
    step: 'breaking-changes',
    title: 'Token responses must name their token type',
    source: 'https://datatracker.ietf.org/doc/html/rfc6749#section-5.1',
    covers: ['A20', 'B11'],
    applies: { since: '6.3.0' },
    names: [response, ...generators, 'RequireDPoP'],
  },

  detect: ({ facts }) =>
    facts.csharp
      .objectsOf(response)
      .filter((made) => !isInTests(made, facts) && !setsType(made, facts) && isServed(made, facts)),

  explain: (made, { facts }) => ({
    title: 'This answer of the token endpoint loses its `token_type`',
    message:
      '6.2 wrote `"token_type": "Bearer"` into every answer. 6.3 writes what `TokenResponse.AccessTokenType` holds, and leaves the field out where that is null. ' +
      `${isInGenerator(made, facts) ? 'This response is built here' : 'This response is built outside a generator, but the solution has one that may give it out'}, without the property. ` +
      'It compiles, and clients get an answer without a field that OAuth requires.' +
      (made.isHandedOn
        ? ' The object is handed on from here: whether the property is set there could not be told.'
        : ''),
    severity: 'breaks-run',
    confidence: isInGenerator(made, facts) && !made.isHandedOn ? made.confidence : 'possible',
    projects: made.projects,
    evidence: [evidence(facts.csharp.sourceOf(made.path), made.head, 'builds the answer without `AccessTokenType`')],
  }),

  fix: (made, { facts }) => {
    const changes = facts.csharp.addMember(made, `${property} = ${bearer(made, facts)}`);
    return changes.length === 0 || hidesType(made, facts) ? [] : [setBearer(made, changes, facts)];
  },
});

const setBearer = (made: ObjectCreation, changes: FixDraft['changes'], facts: Facts): FixDraft => ({
  id: 'set-bearer',
  title: `Set \`${property}\` to \`Bearer\``,
  changes,
  ...(isSet(whereSet('RequireDPoP', facts, made.projects[0] ?? null))
    ? {
        safety: 'review',
        caution: 'Clients here use DPoP: for a request with a proof the type must be `DPoP`, not `Bearer`.',
      }
    : { safety: 'safe' }),
});

/** In the initializer or afterwards, or by the constructor of an own derived class. */
const setsType = (made: ObjectCreation, facts: Facts) =>
  isGiven(made, property, response, facts) || (made.of.kind === 'solution' && setsItself(made.of, facts));

const setsItself = ({ declarations }: TypeAnswer & { kind: 'solution' }, { csharp }: Facts) =>
  csharp
    .assignmentsTo(property)
    .some(({ path, target }) =>
      declarations.some((at) => at.path === path && [property, `this.${property}`].includes(target)),
    );

/** A member of that name on an own derived class is not what the endpoint reads. */
const hidesType = ({ of }: ObjectCreation, { csharp }: Facts) =>
  of.kind === 'solution' && csharp.declaresMember(of.name, property);

const isInGenerator = ({ type }: ObjectCreation, { csharp }: Facts) =>
  generators.some((generator) => csharp.typesDerivedFrom(generator).some(({ name }) => name === type));

/** Only a generator of the team's own can give the object to the endpoint. */
const isServed = (made: ObjectCreation, facts: Facts) =>
  generators.some((generator) =>
    facts.csharp.typesDerivedFrom(generator).some((own) => {
      const [host = null] = own.projects;
      return isConnected(host, facts)(made);
    }),
  );

/** The constant where its namespace is imported and means the library's. */
const bearer = (made: ObjectCreation, { csharp }: Facts) =>
  csharp.using(made.path, 'IdentityModel').length === 0 && csharp.meaningOf('OidcConstants', made).kind !== 'solution'
    ? 'OidcConstants.TokenResponse.BearerTokenType'
    : '"Bearer"';
