import type {
  MemberDeclaration,
  Parameter,
  ParameterUse,
  Place,
  TypeDeclaration,
  TypeUse,
} from '../../../../engine/csharp/index-types.ts';
import type { Invocation } from '../../../../engine/csharp/invocation-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { contains, type Span } from '../../../../engine/text/span.ts';
import { type Change, replace } from '../../../../engine/workspace/change.ts';
import type { FilePath } from '../../../../engine/workspace/file-path.ts';
import { contextType, isOfMock } from './mocked.ts';

export const validator = 'Duende.IdentityServer.Validation.ITokenRequestValidator';
const resultType = 'Duende.IdentityServer.Validation.TokenRequestValidationResult';
export const method = 'ValidateRequestAsync';
const properties = ['RequestParameters', 'ClientValidationResult'] as const;

/** A class that has the interface in its head and the old method in itself, with what moves with it. */
export interface Implementation {
  readonly listed: TypeUse; // the interface in the base list
  readonly methods: readonly MemberDeclaration[]; // its own, and overrides of it
  readonly forwards: readonly Invocation[]; // calls that hand both parameters on
  readonly others: readonly Invocation[]; // further calls of the class's own method
  readonly projects: readonly FilePath[];
  readonly changes: readonly Change[];
  /** A parameter is given another value: in the context, who handed it in sees that. */
  readonly assigns: boolean;
  readonly obstacle: (Place & { readonly because: string }) | null;
}

/** Calls with the form values and the client. */
export const oldCalls = (facts: Facts): readonly Invocation[] =>
  facts.csharp.invocationsOf(method).filter(({ arguments: given }) => given.length === 2);

export function implementations(facts: Facts): Implementation[] {
  const old = facts.csharp.membersNamed(method, validator).filter((one) => hasOldSignature(one, facts));
  const calls = oldCalls(facts);
  const isOwn = (one: MemberDeclaration) => !one.modifiers.includes('override');
  return facts.csharp.typesDerivedFrom(validator).flatMap((type) => {
    const listed = type.isInterface ? undefined : type.bases.find((base) => isValidator(base, facts));
    const own = old.filter((one) => one.type === type.name && isOwn(one));
    if (!listed) return [];
    if (own.length > 0) return [implementation(listed, own, old, calls, facts)];
    const inherited = inheritedFromOutside(type, facts);
    return inherited ? [byInheritance(listed, inherited)] : [];
  });
}

/** The old method, where the class has it from one that knows nothing of the interface. */
function inheritedFromOutside(type: TypeDeclaration, facts: Facts): MemberDeclaration | undefined {
  const { csharp } = facts;
  const inherited =
    csharp.membersDeclaredBy(type.name, method).length === 0 ? csharp.inheritedMember(method, type) : undefined;
  const isOutside = (name: string) => !csharp.typesDerivedFrom(validator).some((derived) => derived.name === name);
  return inherited &&
    isOutside(inherited.type) &&
    csharp.membersDeclaredBy(inherited.type, method).every((one) => hasOldSignature(one, facts))
    ? inherited
    : undefined;
}

const byInheritance = (listed: TypeUse, inherited: MemberDeclaration): Implementation => ({
  listed,
  methods: [inherited],
  forwards: [],
  others: [],
  projects: listed.projects,
  changes: [],
  assigns: false,
  obstacle: { ...inherited, because: 'is declared in a class that is not a validator itself' },
});

/** The interface itself, or the team's own that brings it along. */
const isValidator = ({ meaning }: TypeUse, facts: Facts): boolean =>
  meaning.kind === 'product'
    ? meaning.name === validator
    : meaning.kind === 'solution' && isOwnInterface(meaning.name, facts);

const isOwnInterface = (type: string, { csharp }: Facts) =>
  csharp.typesDerivedFrom(validator).some(({ name, isInterface }) => name === type && isInterface);

function hasOldSignature({ kind, parameters, typeText, path, span, projects }: MemberDeclaration, { csharp }: Facts) {
  if (kind !== 'method' || parameters.length !== 2) return false;
  return (typeText.match(/\w+/g) ?? []).some((word) => {
    const meaning = csharp.meaningOf(word, { path, span, projects });
    return word === 'TokenRequestValidationResult' || (meaning.kind === 'product' && meaning.name === resultType);
  });
}

function implementation(
  listed: TypeUse,
  own: readonly MemberDeclaration[],
  old: readonly MemberDeclaration[],
  calls: readonly Invocation[],
  facts: Facts,
): Implementation {
  const methods = [...own, ...old.filter((one) => one.modifiers.includes('override') && !own.includes(one))];
  const forwards = calls.filter((call) => methods.some((one) => isForward(call, one)));
  const types = new Set(methods.map(({ type }) => type));
  const others = calls.filter(
    (call) =>
      !forwards.includes(call) &&
      (call.receiverType.kind === 'solution'
        ? types.has(declaredBy(call.receiverType.name, facts))
        : isOwnCall(call, methods)),
  );
  const rewriting = new Rewriting(facts);
  for (const one of methods)
    rewriting.method(
      one,
      forwards.filter((call) => isForward(call, one)),
    );
  for (const call of others) rewriting.call(call);
  const { changes, obstacle } = rewriting;
  const assigns = methods.some(({ parameters }) =>
    parameters.some(({ uses }) => uses.some(({ kind }) => kind === 'assigned')),
  );
  return { listed, methods, forwards, others, projects: listed.projects, changes, assigns, obstacle };
}

/** The type that a call on this one goes to: its own, or the base that it has the method from. */
function declaredBy(type: string, { csharp }: Facts): string {
  const derived = csharp.typesDerivedFrom(validator).find(({ name }) => name === type);
  return (derived && csharp.inheritedMember(method, derived)?.type) ?? type;
}

/** On the interface, or on the team's own that has the method from it. */
export const isOnInterface = ({ receiverType }: Invocation, facts: Facts): boolean =>
  receiverType.kind === 'product'
    ? receiverType.name === validator
    : receiverType.kind === 'solution' &&
      isOwnInterface(receiverType.name, facts) &&
      facts.csharp.membersDeclaredBy(receiverType.name, method).length === 0;

/** Without a receiver, in the type that declares it. */
const isOwnCall = (call: Invocation, methods: readonly MemberDeclaration[]) =>
  call.receiver === '' && methods.some(({ path, explicitFor }) => path === call.path && explicitFor === null);

/** `inner.ValidateRequestAsync(p, c)` in the method that was given both. */
const isForward = ({ path, span, arguments: given }: Invocation, { path: own, body, parameters }: MemberDeclaration) =>
  path === own &&
  body !== null &&
  contains(body, span) &&
  given.every(
    (argument, i) => parameters[argument.name === null ? i : names.indexOf(argument.name)]?.name === argument.text,
  );
const names = ['parameters', 'clientValidationResult'];

/** What it takes that methods take the context and read from it. */
class Rewriting {
  readonly changes: Change[] = [];
  obstacle: Implementation['obstacle'] = null;

  constructor(private readonly facts: Facts) {}

  method(one: MemberDeclaration, forwards: readonly Invocation[]) {
    const [first, second] = one.parameters as readonly [Parameter, Parameter];
    const { text } = this.facts.csharp.sourceOf(one.path);
    if (one.isOpaque || /\/[/*]/.test(text.slice(first.span.start, second.span.end)) || first.isOptional)
      return this.stop(first, 'is laid out in a way that an edit could spoil');
    const type = this.facts.csharp.nameFor(contextType, first);
    const name = ['context', 'validationContext', 'tokenRequestContext'].find(
      (candidate) => !this.facts.csharp.isNameTaken(candidate, one.path, one),
    );
    if (!name) return this.stop(first, 'has no free name for the context');
    const span = { start: first.span.start, end: second.span.end };
    this.changes.push(...type.changes, replace({ path: one.path, span }, `${type.text} ${name}`));
    for (const call of forwards) this.changes.push(replace({ path: call.path, span: inside(call) }, name));
    for (const [i, parameter] of one.parameters.entries())
      for (const use of parameter.uses.filter(
        ({ span: at }) => !forwards.some((call) => contains(call.argumentList, at)),
      ))
        this.use(use, `${name}.${properties[i]}`, name, text);
  }

  private use(use: ParameterUse, read: string, context: string, text: string) {
    const before = text.slice(0, use.span.start).trimEnd();
    const after = text.slice(use.span.end).trimStart();
    if (/\b(ref|out|in)$/.test(before)) return this.stop(use, 'is given by reference');
    if (
      use.argument === null &&
      /[{(,]$/.test(before) &&
      /^[,})]/.test(after) &&
      !/\b(if|while|switch)\s*\($/.test(before)
    )
      return this.stop(use, 'may give its name to what it is put into');
    if (this.isInOldCall(use)) return this.stop(use, 'is handed on beside something else');
    this.changes.push(replace(use, use.kind === 'nameof' ? context : read));
  }

  private isInOldCall({ path, span }: ParameterUse) {
    return oldCalls(this.facts).some((call) => call.path === path && contains(call.argumentList, span));
  }

  call(call: Invocation) {
    const changes = isOfMock(call, this.facts) ? [] : wrapped(call, this.facts);
    if (changes.length === 0) this.stop(call, 'cannot be edited safely');
    this.changes.push(...changes);
  }

  private stop(at: Place, because: string) {
    this.obstacle ??= { path: at.path, span: at.span, projects: at.projects, because };
  }
}

const inside = ({ argumentList: { start, end } }: Invocation): Span => ({ start: start + 1, end: end - 1 });

/** The two arguments in a context of their own. Empty where the call may not be edited. */
export function wrapped(call: Invocation, { csharp }: Facts): readonly Change[] {
  const text = csharp.sourceOf(call.path).text.slice(call.argumentList.start, call.argumentList.end);
  if (call.isOpaque || /\/[/*]/.test(text)) return [];
  const type = csharp.nameFor(contextType, call);
  const set = call.arguments.map((argument, i) => {
    const position = argument.name === null ? i : names.indexOf(argument.name);
    return `${properties[position] ?? ''} = ${argument.text}`;
  });
  return set.some((one) => one.startsWith(' '))
    ? []
    : [...type.changes, replace({ path: call.path, span: inside(call) }, `new ${type.text} { ${set.join(', ')} }`)];
}
