import type { Type } from './types.ts';

/** What is known of the generic types and methods of the framework and of the usual test libraries. */

/** Their type argument is what they give. */
export const resolvers = [
  'GetRequiredService',
  'GetService',
  'GetRequiredKeyedService',
  'GetKeyedService',
  'CreateInstance',
  'GetServiceOrCreateInstance',
  'GetInstance',
  'Resolve',
];

/** They give what they are called on: of tasks, and of the substitutes of NSubstitute. */
export const handThemselvesOn = [
  'ConfigureAwait',
  'Received',
  'ReceivedWithAnyArgs',
  'DidNotReceive',
  'DidNotReceiveWithAnyArgs',
];

/** `Substitute.For<T>()`, `Mock.Of<T>()`, `A.Fake<T>()`. */
export const isSubstitute = (receiver: string, method: string) =>
  /^(Substitute\.(For|ForPartsOf)|Mock\.Of|A\.Fake)$/.test(`${receiver}.${method}`);

export const isMock = (type: string) => /(^|\.)Mock$/.test(type);

/** Whether a method of `Mock<T>`, or of a sequence of `T`, gives `T` to a lambda. */
export const givesItem = (type: string, method: string) => (isMock(type) ? ofMocks : ofSequences).test(method);

const ofMocks = /^(Setup|SetupGet|SetupSet|SetupSequence|Verify|VerifyGet|VerifySet|Expect)$/;
const ofSequences =
  /^(Select|SelectMany|Where|ForEach|First|FirstOrDefault|Last|LastOrDefault|Single|SingleOrDefault|Any|All|Count|OrderBy|OrderByDescending|GroupBy|ToDictionary|ToLookup|Sum|Min|Max|Average|Find|FindAll|Exists|RemoveAll)(Async)?$/;

const isNamed = (type: Type, names: RegExp) => type.kind === 'other' && names.test(type.name.replace(/^.*\./, ''));

/** What a library's generic type is about: the one type argument, the element of an array. */
const onlyArgument = (type: Type) => (type.kind === 'other' && type.args.length === 1 ? type.args[0] : undefined);

/** One of a sequence: what it is filled with, and gives. */
export const elementOf = (type: Type): Type | undefined =>
  isNamed(
    type,
    /\]$|^(I?(Async)?Enumerable|I?(ReadOnly)?(List|Collection|Set)|IQueryable|HashSet|Immutable(List|Array))$/,
  )
    ? onlyArgument(type)
    : undefined;

/** `many[0]`, `map["x"]`. */
export const indexed = (type: Type): Type | undefined =>
  isNamed(type, /^(I|IReadOnly|Concurrent)?Dictionary$/) && type.kind === 'other' ? type.args[1] : elementOf(type);

/** `lazy.Value`, `task.Result`. */
export const heldIn = (type: Type, property: string): Type | undefined =>
  (property === 'Value' && isNamed(type, /^Lazy$/)) || (property === 'Result' && isNamed(type, /^(Value)?Task$/))
    ? onlyArgument(type)
    : undefined;

/** What calling a delegate gives. */
export const calledBy = (type: Type): Type | undefined =>
  isNamed(type, /^Func$/) && type.kind === 'other' ? type.args.at(-1) : undefined;

/** `many.First()`: one of them. */
export const picked = (type: Type, method: string): Type | undefined =>
  /^(First|Last|Single|ElementAt)(OrDefault)?$/.test(method) ? elementOf(type) : undefined;
