import type { Change } from '../workspace/change.ts';
import type { FilePath } from '../workspace/file-path.ts';
import type { Notice, SourceFile } from '../workspace/workspace.ts';
import type { Build } from './build.ts';
import type {
  Assignment,
  Construction,
  Constructor,
  ExtensionClash,
  Injection,
  LiteralUse,
  MemberDeclaration,
  MemberRead,
  MemberUse,
  MethodDeclaration,
  NewExtension,
  ObjectCreation,
  Origin,
  Place,
  PropertyPattern,
  Returned,
  SwitchExpression,
  TypeAnswer,
  TypeDeclaration,
  TypeUse,
  Value,
} from './index-types.ts';
import type { CodeBody, Invocation, Statement } from './invocation-types.ts';
import type { NullFlows, NullQuestion } from './nullability/null-flows.ts';

/** Questions about the C# of the solution. Files that hold none of the names asked for at the start are not in it. */
export interface CSharpIndex {
  readonly parsed: readonly FilePath[];
  readonly notices: readonly Notice[];
  /** Uses of `member` on `type` (full name) or on a type derived from it, and those whose receiver can't be told (`possible`). */
  usesOf(member: string, type: string): readonly MemberUse[];
  /** Every place that names the type, through aliases too. */
  typeUses(type: string): readonly TypeUse[];
  /**
   * Places that name the product's type where they would name another one without it, with that one's full name: since both are
   * imported there, or (`isTakenOver`) since the product's is nearer.
   */
  clashesWith(type: string): readonly (TypeUse & { readonly other: string; readonly isTakenOver: boolean })[];
  invocationsOf(method: string): readonly Invocation[];
  /** `X = v`, as a statement, an expression or in an object initializer. */
  assignmentsTo(member: string): readonly Assignment[];
  /** Member accesses `….member` and `…?.member` that read it, and those in `nameof`, whose `whole` is the call. */
  readsOf(member: string): readonly MemberRead[];
  propertyPatternsOn(member: string): readonly PropertyPattern[];
  /** Switch expressions with an arm for a member of the product's enum. */
  switchesOver(type: string): readonly SwitchExpression[];
  addArm(expression: SwitchExpression, text: string): readonly Change[];
  /** Calls that the product's new extension method makes ambiguous. */
  extensionClashes(added: NewExtension): readonly ExtensionClash[];
  /** The code without the assignment: its statement, or its item of an initializer. Empty where more hangs on it. */
  removeAssignment(assignment: Assignment): readonly Change[];
  /** Types derived from it, to any depth. */
  typesDerivedFrom(type: string): readonly TypeDeclaration[];
  overridesOf(method: string, type: string): readonly MethodDeclaration[];
  injectionsOf(type: string): readonly Injection[];
  /** Objects of the type, or of one derived from it, made by `new`. */
  objectsOf(type: string): readonly ObjectCreation[];
  /** Objects of whatever type whose initializer sets the member. */
  objectsSetting(member: string): readonly ObjectCreation[];
  /** The initializer with one member more: `A = 1`. Empty where it may not be edited. */
  addMember(object: ObjectCreation, text: string): readonly Change[];
  /** Members of that name that `type`, where it is the solution's, and types derived from it declare, overrides and implementations included. */
  membersNamed(member: string, type: string): readonly MemberDeclaration[];
  /** What a method gives back, expression by expression; those of lambdas and local functions inside aren't its own. */
  returnsOf(member: MemberDeclaration): readonly Returned[];
  /** The member of that name that a class gets from a base of the solution. */
  inheritedMember(member: string, type: TypeDeclaration): MemberDeclaration | undefined;
  /** Members of that name that a type of the solution (full name) declares itself. */
  membersDeclaredBy(type: string, member: string): readonly MemberDeclaration[];
  /** A method at the end of a class. Empty where there is no place that is sure. */
  addMethod(declaration: TypeDeclaration, text: string): readonly Change[];
  /** String literals of that value, in the files that were parsed. */
  literalsOf(value: string): readonly LiteralUse[];
  /** The expression at the place, and what its names stand for, to any depth: initializers, fields, properties, methods. */
  originsOf(at: Pick<Place, 'path' | 'span'>): readonly Origin[];
  /** Calls of its constructors: `new`, target-typed too, and the initializers of classes that derive straight from it. */
  constructionsOf(type: string): readonly Construction[];
  /** Of a type of the solution, in all its parts. */
  constructorsOf(type: string): readonly Constructor[];
  /** What code at the place can name: parameters, locals declared before it, members of the types around it. Nearest first. */
  valuesAt(at: Place): readonly Value[];
  /** Whether the name is written anywhere in the file; with a place, in the outermost type around it. */
  isNameTaken(name: string, path: FilePath, around?: Place): boolean;
  /** What the name, qualified or not, means where it would be written: to see whether a new name would bind as meant. */
  meaningOf(name: string, at: Place): TypeAnswer;
  /** Whether a type of the solution (full name) has a member of that name, own or from a base of the solution. */
  declaresMember(type: string, member: string): boolean;
  /** Where the compiler warns for the first time, once a library says of its members where null is allowed. */
  nullFlows(question: NullQuestion): readonly NullFlows[];
  /** The builds that compile the code at a place. None where no project came along. */
  readersOf(at: Pick<Place, 'path' | 'span'>): readonly Build[];
  /** Whether all of them take its statement or declaration to mean the same. */
  isReadAlike(at: Pick<Place, 'path' | 'span'>): boolean;
  sourceOf(path: FilePath): SourceFile;
  /** How the type is written at the place so that it means that type there, and what that takes; qualified as the name in its place is. */
  nameFor(type: string, at: Place, instead?: string): { readonly text: string; readonly changes: readonly Change[] };
  insertArgument(call: Construction, index: number, text: string): readonly Change[];
  removeArgument(call: Construction, index: number): readonly Change[];
  /** `description`: where the comment above describes others. */
  insertParameter(
    head: Constructor,
    index: number,
    parameter: { readonly type: string; readonly name: string; readonly description: string },
  ): readonly Change[];
  removeParameter(head: Constructor, index: number): readonly Change[];
  /** What brings the namespace into the file: nothing where it is there already. */
  using(path: FilePath, namespace: string): readonly Change[];
  /** The `using` of the namespace, which brings just these names, to go with the last that needs it. Empty where that can't be told. */
  leftUsing(path: FilePath, namespace: string, names: readonly string[]): readonly Change[];
  /** A statement at the end of a body (at its start, where it ends early), whatever its form; it shares one block with others. */
  addStatement(body: CodeBody, statement: Statement): readonly Change[];
  /** A lambda as the only argument of a call that has none. */
  addLambda(call: Invocation, parameter: string, statement: Statement): readonly Change[];
  /** `CALL(parameter => { … });` as a statement of its own after the one that this call stands in. Empty where there is none. */
  addCallAfter(call: Invocation, newCall: string, parameter: string, statement: Statement): readonly Change[];
}
