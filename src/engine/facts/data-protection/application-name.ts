import type { Assignment, Place } from '../../csharp/index-types.ts';
import type { Invocation } from '../../csharp/invocation-types.ts';
import { contains, type Span } from '../../text/span.ts';
import type { Facts } from '../facts.ts';

export const discriminatorInterface = 'Microsoft.AspNetCore.DataProtection.Infrastructure.IApplicationDiscriminator';

/** What the code makes of the name. `uncertain`: it is set where that may be without effect. */
export type GivenName =
  | { readonly kind: 'none' }
  | { readonly kind: 'literal'; readonly value: string }
  | { readonly kind: 'content-root' | 'trimmed-content-root' }
  | { readonly kind: 'computed' | 'own' | 'uncertain'; readonly text: string };

/** One place that names the application. */
export interface NameSetting {
  readonly how: 'call' | 'options' | 'late-options' | 'own'; // late: PostConfigure, which runs after all others
  readonly place: Place;
  /** The expression that is the name, where there is one. */
  readonly value: (Place & { readonly text: string; readonly literal: string | null }) | null;
  /** Set through the options before data protection is added, the framework's own set-up overwrites it. null: not known. */
  readonly hasEffect: boolean | null;
}

export interface ApplicationName {
  readonly given: GivenName;
  readonly settings: readonly NameSetting[];
}

/** Calls that bring data protection along, and with it the framework's own set-up of the name. */
export const addersOfDataProtection: readonly string[] = [
  'AddDataProtection',
  'AddIdentityServer',
  'AddAuthentication',
  'AddAntiforgery',
  'AddMvc',
  'AddControllersWithViews',
  'AddRazorPages',
  'AddSession',
  'AddIdentity',
  'AddDefaultIdentity',
];

type IsOwn = (place: Pick<Place, 'projects'>) => boolean;

/** The name as the code of these projects sets it: the last of several settings counts. */
export function applicationNameOf(facts: Facts, isOwn: IsOwn): ApplicationName {
  const calls = facts.csharp.invocationsOf('SetApplicationName').filter(isOwn).map(byCall);
  const options = facts.csharp.assignmentsTo('ApplicationDiscriminator').filter(isOwn);
  const configured = options.map((assignment) => byOptions(assignment, facts, isOwn));
  const bound = boundOptions(facts, isOwn);
  const own = facts.csharp.typesDerivedFrom(discriminatorInterface).filter(isOwn);
  const settings = [
    ...[...calls, ...configured, ...bound].toSorted(bySource),
    ...own.map((type): NameSetting => ({ how: 'own', place: type, value: null, hasEffect: true })),
  ];
  return { settings, given: given(settings, own[0]?.name) };
}

function given(settings: readonly NameSetting[], own: string | undefined): GivenName {
  const written = settings.filter(({ how }) => how !== 'own');
  const effective = written.filter(({ hasEffect }) => hasEffect === true);
  const doubtful = written.filter(({ hasEffect }) => hasEffect === null);
  const [text, ...others] = new Set([...effective, ...doubtful].map(({ value }) => value?.text ?? 'configuration'));
  const last = effective.at(-1);
  if (last?.how === 'late-options') return meaningOf(last);
  if (last && doubtful.length === 0 && (others.length === 0 || areInOnePlace(effective))) return meaningOf(last);
  if (last) return { kind: 'computed', text: [text, ...others].join(' or ') };
  if (doubtful.length > 0) return { kind: 'uncertain', text: [text, ...others].join(' or ') };
  return own === undefined ? { kind: 'none' } : { kind: 'own', text: own };
}

/** In one file, the last in the text is taken for the last that runs. */
const areInOnePlace = (settings: readonly NameSetting[]) => new Set(settings.map(({ place }) => place.path)).size === 1;

function meaningOf({ value }: NameSetting): GivenName {
  if (!value) return { kind: 'computed', text: 'configuration' };
  if (value.literal !== null) return { kind: 'literal', value: value.literal };
  if (/\bContentRootPath\s*$/.test(value.text)) return { kind: 'content-root' };
  if (/\bContentRootPath\s*\.\s*TrimEnd\s*\([^()]*\)\s*$/.test(value.text)) return { kind: 'trimmed-content-root' };
  return { kind: 'computed', text: value.text };
}

function byCall(call: Invocation): NameSetting {
  const argument = call.arguments.at(-1);
  return {
    how: 'call',
    place: { path: call.path, span: call.nameSpan, projects: call.projects },
    value: argument ? { ...argument, literal: textOrNull(argument.literal) } : null,
    hasEffect: true,
  };
}

function byOptions(assignment: Assignment, facts: Facts, isOwn: IsOwn): NameSetting {
  const { path, span, projects, value, text, literal } = assignment;
  const setter = setterAround(assignment, facts);
  return {
    how: setter?.name === 'PostConfigure' ? 'late-options' : 'options',
    place: { path, span, projects },
    value: { path, projects, span: value, text, literal: textOrNull(literal) },
    hasEffect: setter?.name === 'Configure' ? effectOfConfigure(setter, facts, isOwn) : setter ? true : null,
  };
}

/** The innermost call that is given the code of this assignment. */
const setterAround = ({ path, span }: Assignment, facts: Facts): Invocation | undefined =>
  ['Configure', 'PostConfigure', 'AddDataProtection']
    .flatMap((name) => facts.csharp.invocationsOf(name))
    .filter((candidate) => candidate.arguments.some(({ body }) => body?.path === path && contains(body.span, span)))
    .toSorted((a, b) => length(a.span) - length(b.span))[0];

/** It counts after the first call that adds data protection, which must stand in the same method to be sure. */
function effectOfConfigure(call: Invocation, facts: Facts, isOwn: IsOwn): boolean | null {
  const adders = addersOfDataProtection.flatMap((name) => facts.csharp.invocationsOf(name)).filter(isOwn);
  const isBeside = ({ path, method, within }: Invocation) =>
    path === call.path && method === call.method && within.length === call.within.length;
  if (adders.some((adder) => isBeside(adder) && adder.span.end <= call.span.start)) return true;
  return adders.length > 0 && adders.every(isBeside) ? false : null;
}

/** `Configure<DataProtectionOptions>(section)`: what it sets is not in the code. */
const boundOptions = (facts: Facts, isOwn: IsOwn): NameSetting[] =>
  ['Configure', 'PostConfigure']
    .flatMap((name) => facts.csharp.invocationsOf(name))
    .filter(isOwn)
    .filter(({ typeArguments: [type] }) => type?.text.split('.').at(-1) === 'DataProtectionOptions')
    .filter(({ arguments: given }) => given.every(({ body, text }) => body === null && !text.includes('=>')))
    .map((call) => ({
      how: 'options',
      place: { path: call.path, span: call.nameSpan, projects: call.projects },
      value: null,
      hasEffect: null,
    }));

const textOrNull = (literal: string | number | boolean | null) => (typeof literal === 'string' ? literal : null);
const length = ({ start, end }: Span) => end - start;
const bySource = (a: NameSetting, b: NameSetting) =>
  Number(a.how === 'late-options') - Number(b.how === 'late-options') || byPlace(a, b);
const byPlace = (a: NameSetting, b: NameSetting) =>
  a.place.path < b.place.path ? -1 : a.place.path > b.place.path ? 1 : a.place.span.start - b.place.span.start;
