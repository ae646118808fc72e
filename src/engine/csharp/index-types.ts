import type { Span } from '../text/span.ts';
import type { Change } from '../workspace/change.ts';
import type { Confidence } from '../workspace/confidence.ts';
import type { FilePath } from '../workspace/file-path.ts';
import type { Argument, Invocation } from './invocation-types.ts';

/** A place in the C# of the solution. `projects` are those that compile the file. */
export interface Place {
  readonly path: FilePath;
  readonly span: Span;
  readonly projects: readonly FilePath[];
}

/** What a type name or an expression means, as far as it could be followed. */
export type TypeAnswer =
  | { readonly kind: 'product'; readonly name: string } // full name, without type arguments
  | { readonly kind: 'solution'; readonly name: string; readonly declarations: readonly Place[] }
  | { readonly kind: 'other'; readonly name: string } // a keyword type, or a name that some other library brings
  | { readonly kind: 'unknown'; readonly why: string };

export type ReceiverOrigin =
  | 'none' // no receiver: a member of the own or an inherited class
  | 'this'
  | 'base'
  | 'type' // nameof(T.M), cref
  | 'new'
  | 'resolved' // GetService<T>() and kin
  | 'injected-parameter' // of a constructor, a minimal-API handler, an action, Invoke(Async) …
  | 'parameter'
  | 'local'
  | 'field'
  | 'property'
  | 'expression';

/** One use of a member by its name. */
export interface MemberUse extends Place {
  readonly kind: 'call' | 'method-group' | 'nameof' | 'cref' | 'string';
  readonly name: string; // span is the name's alone
  readonly receiver: string; // as written; '' without one
  readonly receiverType: TypeAnswer;
  readonly confidence: Confidence;
  /** Where the receiver's type is named so that naming another type there changes what the call binds to. */
  readonly typedAt: readonly TypeUse[];
  readonly call: Invocation | null; // of a call
  /** The team has an extension method of that name: where its arguments fit and the member's don't, that one is called. */
  readonly hasExtension: boolean;
}

export type TypeRole =
  | 'base'
  | 'injected-parameter'
  | 'parameter'
  | 'field'
  | 'property'
  | 'local'
  | 'return'
  | 'resolved' // the T of GetService<T>() and kin, or typeof(T) in GetService(typeof(T))
  | 'registered' // the type argument or typeof of a DI registration
  | 'new'
  | 'other';

/** One place that names a type. */
export interface TypeUse extends Place {
  readonly text: string; // as written, at `span`
  readonly role: TypeRole;
  /** The role of `IEnumerable<T>`, where it is that T. */
  readonly listRole: TypeRole | null;
  /** Full name of the type around it. */
  readonly type: string | null;
  readonly meaning: TypeAnswer;
  readonly confidence: Confidence;
}

/** The container is asked for a type, by injection or by resolution, and what becomes of what it gives. */
export interface Injection {
  readonly at: TypeUse;
  /** Every place that must name another type for this one to be given as that: `at` and what it flows into. */
  readonly retype: readonly TypeUse[];
  /** Uses of its members. */
  readonly uses: readonly (Place & { readonly name: string })[];
  /** Where it goes beyond what can be retyped. */
  readonly escapes: readonly Place[];
}

export interface Assignment extends Place {
  readonly member: string; // `X` of `o.X = v`, of `X = v` in an object initializer
  readonly target: string; // as written: `options.PersistentGrants.X`
  readonly targetType: TypeAnswer; // of what `X` is a member of
  readonly value: Span;
  readonly text: string;
  readonly literal: string | number | boolean | null;
  readonly isInitializer: boolean;
}

export interface MemberRead extends Place {
  readonly kind: 'read' | 'nameof';
  readonly whole: Span;
  readonly isConditional: boolean; // `x?.M`
  readonly receiverType: TypeAnswer;
}

/** A parameter of a constructor or method of the solution. */
export interface Parameter extends Place {
  readonly name: string; // span is the whole parameter's
  readonly nameSpan: Span;
  readonly typeText: string; // '' where it is inferred
  readonly type: TypeAnswer;
  readonly typeArguments: readonly TypeAnswer[];
  readonly isOptional: boolean;
  /** Uses of it by its name, in the order of the text. */
  readonly uses: readonly ParameterUse[];
}

export interface ParameterUse extends Place {
  readonly kind: 'value' | 'assigned' | 'nameof';
  /** The argument of a call that it is, whole and alone: `f(x)`, `f(name: x)`. */
  readonly argument: Span | null;
}

/** A constructor that the solution declares; a primary one stands in the head of its type. */
export interface Constructor extends Place {
  readonly type: string; // full name of what it constructs; span is the identifier's
  readonly selfType: string; // as it names itself: `C<T>`
  readonly parameters: readonly Parameter[];
  readonly parameterList: Span;
  readonly isPrimary: boolean;
  /** A directive in its head, `params`, or code that wasn't understood: it may be read, never edited. */
  readonly isOpaque: boolean;
  /** Parameters that its documentation comment names; `line`: whole, where the tag has one to itself. */
  readonly documented: readonly { readonly name: string; readonly line: Span | null }[];
}

/** A call of a constructor; its span is what a compiler would point at: `base`, `this`, the type's name, `new`. */
export interface Construction extends Place {
  readonly kind: 'base' | 'this' | 'new';
  readonly of: TypeAnswer;
  readonly arguments: readonly Argument[];
  readonly argumentList: Span;
  readonly isOpaque: boolean;
  /** The constructor whose initializer it is. */
  readonly by: Constructor | null;
  readonly confidence: Confidence;
}

/** Something that code at a place can name. */
export interface Value {
  readonly name: string;
  readonly kind: 'local' | 'parameter' | 'field' | 'property';
  /** It was given a value before, and not one that a caller may leave out, or that may be null. */
  readonly isSet: boolean;
  readonly type: TypeAnswer;
  readonly typeArguments: readonly TypeAnswer[];
}

export interface TypeDeclaration extends Place {
  readonly name: string; // full; span is the identifier's
  readonly isInterface: boolean;
  readonly bases: readonly TypeUse[];
}

export interface MethodDeclaration extends Place {
  readonly name: string; // span is the identifier's
  readonly type: string; // full name of the declaring type
  readonly isOverride: boolean;
}

/** `new T { A = 1 }`, `new T()`, `new() { A = 1 }`: what an object is made with. Its span is the whole expression. */
export interface ObjectCreation extends Place {
  readonly head: Span; // `new T`, or `new`
  readonly of: TypeAnswer;
  /** What its initializer sets. */
  readonly members: readonly Assignment[];
  /** What the code around assigns on the variable, field or property that it is given to. */
  readonly setLater: readonly Assignment[];
  /** It, or the variable it is given to, is an argument of a call: what is called may set more. */
  readonly isHandedOn: boolean;
  readonly type: string | null; // full name of the type whose code makes it
  readonly method: string | null;
  /** A directive inside, or code that wasn't understood: it may be read, never edited. */
  readonly isOpaque: boolean;
  readonly confidence: Confidence;
}

/** A member that a type of the solution declares; its span is the identifier's. */
export interface MemberDeclaration extends Place {
  readonly kind: 'method' | 'property' | 'field' | 'event' | 'type';
  readonly name: string;
  readonly type: string; // full name of the declaring type
  readonly modifiers: readonly string[];
  /** The interface of an explicit implementation. */
  readonly explicitFor: TypeAnswer | null;
  /** What it returns or holds, as written. */
  readonly typeText: string;
  readonly typeSpan: Span | null;
  readonly parameters: readonly Parameter[];
  readonly body: Span | null;
  readonly isOpaque: boolean;
  readonly confidence: Confidence;
}

/** `x switch { … }` over an enum; its span is the keyword's, where a compiler points. */
export interface SwitchExpression extends Place {
  readonly whole: Span;
  readonly value: string; // `x`
  readonly arms: readonly {
    readonly members: readonly string[]; // of the enum, that it takes, if only `when` something is so
    readonly pattern: string;
    readonly body: string;
  }[];
  /** An arm takes what the others don't, or what can't be told. */
  readonly takesRest: boolean;
  readonly isOpaque: boolean;
  readonly confidence: Confidence;
}

/** `{ Member: … }` in a pattern; its span is the member's name. */
export interface PropertyPattern extends Place {
  readonly pattern: string; // what stands behind the colon
  /** What the pattern looks at; unknown within another pattern. */
  readonly receiverType: TypeAnswer;
  /** The pattern without it. */
  readonly removed: readonly Change[];
}

/** A call that two extension methods of the same shape could answer: the product's new one, and the team's. */
export interface ExtensionClash extends Place {
  readonly call: Invocation;
  readonly own: Place & { readonly type: string }; // its declaration; full name of its class
  readonly confidence: Confidence;
}

/** An extension method that the product brings. */
export interface NewExtension {
  readonly name: string;
  readonly namespace: string;
  /** Types as they are written without namespaces, that of `this` first. */
  readonly parameters: readonly string[];
}

/** An expression that a method gives back. */
export interface Returned extends Place {
  readonly text: string;
  /** `throw`, or one with `!`. */
  readonly isFinal: boolean;
  /** The call that it is: its method's name and type arguments, and what a method of the solution declares that it returns. */
  readonly call: {
    readonly name: Span;
    readonly method: string;
    readonly typeArguments: readonly Span[];
    readonly declared: string | null;
  } | null;
}

/** A string literal, with what it is given to. */
export interface LiteralUse extends Place {
  readonly type: string | null; // full name of the type around it
  /** The call that it is an argument of, and which one. */
  readonly argumentOf: { readonly call: Invocation; readonly index: number } | null;
  /** What it is an index of: `d` of `d["x"]`; the member that an initializer fills: `M` of `M = { ["x"] = 1, { "x", 1 } }`. */
  readonly keyOf: string | null;
}

/** Code that a value comes from: an expression, or a member of the solution that an expression uses. */
export interface Origin extends Place {
  readonly text: string; // without comments
  readonly isMethod: boolean;
  readonly literals: readonly (Place & { readonly value: string })[]; // its strings
}
