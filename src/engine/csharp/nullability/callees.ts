import type { Node } from 'web-tree-sitter';
import { typesAround } from '../declarations.ts';
import { localFunctionAt } from '../syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { frameworkParameters, memberParameters, pageParameters } from './framework-calls.ts';
import type { Signature } from './library.ts';
import { collectionParameters } from './sequences.ts';
import { simple, type Value } from './values.ts';

/** The methods that a call may go to, with what they say of null. */
export class Callees {
  constructor(private readonly evaluator: Evaluator) {}

  private get at() {
    return this.evaluator.at;
  }

  /** Whose call it is, as far as it can be told. Empty: it can't. */
  of(callee: Node, method: string, receiver: Value | null): readonly Signature[] {
    const { types, unit, binder } = this.at;
    if (!receiver) {
      const local = callee.type === 'identifier' ? localFunctionAt(callee) : undefined;
      if (local) return [types.signature(local, unit)];
      const own = this.at.expressions.called.single(callee, unit);
      if (own) return types.overloads(own, unit);
      const called = this.delegate(callee) ?? this.inherited(callee, method);
      return called.length === 0 && this.isPage(callee) ? (pageParameters(method) ?? []) : called;
    }
    const isOwn = this.at.expressions.called.single(callee, unit) !== undefined;
    const framework = isOwn
      ? undefined
      : (frameworkParameters(callee.text) ??
        memberParameters(receiver.type, method) ??
        collectionParameters(receiver.type, method));
    if (framework) return framework;
    const type = receiver.type?.name ?? this.staticType(receiver.node);
    if (type && types.library.isType(type)) {
      const found = types.library.methods(type, method);
      if (found.length > 0) return found;
    }
    const own = type ? types.ownMember(type, method, unit) : this.at.expressions.called.single(callee, unit);
    if (own?.kind === 'method') return types.overloads(own, unit);
    const base = type && binder.declared(type, unit).kind === 'solution' ? this.ofBases(type, method) : [];
    if (base.length > 0) return base;
    return this.at.extensions(method).length > 0 ? [] : this.extension(method, receiver);
  }

  /** `Base64Url` of `Base64Url.Decode(…)`. */
  private staticType(node: Node): string | null {
    const { type, origin } = this.at.expressions.typeOf(node, this.at.unit);
    return origin === 'type' && type.kind === 'product' ? type.name : null;
  }

  /** Of the library, called on a class of the solution that derives from it. */
  private ofBases(type: string, method: string): readonly Signature[] {
    const { types, unit } = this.at;
    const [base] = types.libraryBases(type, unit);
    return base === undefined ? [] : types.library.methods(base, method);
  }

  /** `f` of `f(x)`, where it is an `Action<T>` or `Func<T, R>`. */
  private delegate(callee: Node): readonly Signature[] | undefined {
    const variable = callee.type === 'identifier' ? this.evaluator.variables.named(callee) : undefined;
    const type = variable && this.evaluator.variables.typeOf(variable, callee);
    if (!type || !/^(Action|Func)$/.test(type.name)) return undefined;
    const taken = type.name === 'Func' ? type.args.slice(0, -1) : type.args;
    const parameters = taken.map((one, index) => ({ name: `arg${index + 1}`, type: one, isOptional: false }));
    return [{ parameters, returns: type.args.at(-1) ?? type }];
  }

  private isPage(node: Node): boolean {
    const [type] = typesAround(this.at.unit, node.startIndex);
    const bases = type ? this.at.binder.hierarchy.basesOf(type) : [];
    return bases.some(({ node: base }) => /(^|\.)(PageModel|Controller|ControllerBase)$/.test(base.text));
  }

  private inherited(callee: Node, method: string): readonly Signature[] {
    const own = this.at.expressions.enclosing(callee, this.at.unit);
    return own ? this.ofBases(own.name, method) : [];
  }

  private extension(method: string, receiver: Value): readonly Signature[] {
    const full = receiver.type?.name ?? '';
    const written = simple(full);
    return this.at.types.library
      .extensions(method)
      .filter(({ parameters: [self] }) => {
        if (!self) return false;
        if (
          [full, written].includes(self.type.name) ||
          (written === 'HttpClient' && self.type.name === 'HttpMessageInvoker')
        )
          return true;
        if (written !== '') return false;
        const isBuilder = /^(IIdentityServerBuilder|IServiceCollection)$/.test(self.type.name);
        return isBuilder || (/^Http/.test(self.type.name) && this.at.imports(this.at.types.library.extensionsIn));
      })
      .map(({ parameters, returns }) => ({ parameters: parameters.slice(1), returns }));
  }
}
