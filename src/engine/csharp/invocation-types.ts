import type { Span } from '../text/span.ts';
import type { FilePath } from '../workspace/file-path.ts';
import type { Place, TypeAnswer } from './index-types.ts';

export interface Argument extends Place {
  readonly name: string | null; // of a named argument
  readonly nameSpan: Span | null;
  readonly whole: Span; // its name included
  readonly text: string;
  readonly literal: string | number | boolean | null; // of a literal, or of a constant that could be followed
  readonly type: TypeAnswer; // of typeof(T): T
  readonly body: CodeBody | null; // of a lambda, or of a method of the solution given by name
}

/** Code that runs when it is called: a lambda, an anonymous method, or a method given by its name. */
export interface CodeBody {
  readonly path: FilePath;
  readonly parameters: readonly string[];
  readonly span: Span; // of the block, braces included, or of the expression
  readonly isBlock: boolean;
  readonly arrow: Span; // empty for a block without one
  readonly last: Span | null; // the last statement of a block
  /** Whether a statement can be added: it parses, and no directive is in the way. */
  readonly isOpen: boolean;
  /** It may return before its end, so what is added goes to its start. */
  readonly endsEarly: boolean;
}

/** `key` tells one statement from another that is added to the same body. */
export interface Statement {
  readonly key: string;
  readonly text: string;
}

export interface Invocation extends Place {
  readonly name: string; // the method's; span is the whole call
  readonly nameSpan: Span;
  readonly receiver: string; // as written; '' without one
  readonly receiverSpan: Span | null;
  readonly receiverType: TypeAnswer;
  readonly typeArguments: readonly { readonly text: string; readonly span: Span; readonly type: TypeAnswer }[];
  readonly arguments: readonly Argument[];
  /** Of the parentheses, both included. */
  readonly argumentList: Span;
  /** The lambda arguments this call stands in, outermost first, each with the call it is given to. */
  readonly within: readonly { readonly call: string; readonly body: CodeBody }[];
  /** Names of the calls that this one is chained to, innermost receiver first: `['AddIdentityServer', 'AddInMemoryClients']`. */
  readonly chain: readonly string[];
  /** A directive inside the argument list, or code that wasn't understood: it may be read, never edited. */
  readonly isOpaque: boolean;
  /** Name of the method around it; null in top-level statements and lambdas of fields. */
  readonly method: string | null;
  /** Full name of the type around it; null in top-level statements. */
  readonly type: string | null;
  /** The member or local function whose code it is; the whole file for top-level statements. */
  readonly codeAround: Span;
  /** The statement that it is, whole, where it is one. */
  readonly statement: Span | null;
}
