/** What is known of the generic methods of the framework and of the usual test libraries. */

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
