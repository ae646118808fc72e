import type { Node } from 'web-tree-sitter';
import { childrenOfType, field, namedChildren } from '../syntax.ts';
import type { Arguments } from './arguments.ts';
import type { Evaluator } from './evaluator.ts';
import { frameworkParameters } from './framework-calls.ts';
import type { TypeRef } from './library.ts';
import { type Fact, not } from './null-facts.ts';
import { fits } from './overloads.ts';
import { collectionParameters, indexedOf } from './sequences.ts';
import { simple, type Value, valued } from './values.ts';

/** New objects: what their constructors are given, and what their initializers put into them. */
export class Creations {
  constructor(
    private readonly evaluator: Evaluator,
    private readonly given: Arguments,
  ) {}

  private get at() {
    return this.evaluator.at;
  }

  /** `new T(…) { … }`, `new(…)`. */
  create(node: Node): Value {
    const written = field(node, 'type');
    const type = written ? this.at.types.ref(written, this.at.unit) : this.targetOf(node);
    const list = field(node, 'arguments') ?? childrenOfType(node, 'argument_list')[0];
    const signatures = type
      ? [
          ...this.at.types.library.constructors(type.name),
          ...this.at.types.constructors(type.name, this.at.unit),
          ...(frameworkParameters(`new ${type.name}`) ?? []),
        ]
      : [];
    if (list) this.given.give(list, signatures, 'new');
    const initializer = field(node, 'initializer') ?? childrenOfType(node, 'initializer_expression')[0];
    return valued(node, not, { type, members: initializer ? this.initialize(initializer, type) : new Map() });
  }

  /** What a `new(…)` makes. */
  private targetOf(node: Node): TypeRef | null {
    const expected = this.evaluator.expected.get(node.id);
    if (expected) return { ...expected, nulls: 'no', since: 'before' };
    const { type } = this.at.expressions.typeOf(node, this.at.unit);
    return type.kind === 'unknown' ? null : { name: type.name, nulls: 'no', since: 'before', args: [] };
  }

  /** `: base(…)`, `: this(…)`. */
  initializeBase(node: Node): Value {
    const list = childrenOfType(node, 'argument_list')[0];
    const own = this.evaluator.ownType(node);
    const isThis = node.children.some((child) => child?.type === 'this');
    const type = own && this.at.binder.declared(own.name, this.at.unit);
    const bases =
      type?.kind === 'solution' ? type.declarations.flatMap((one) => this.at.binder.hierarchy.basesOf(one)) : [];
    const name = isThis ? own?.name : bases.map((base) => base.type).find((base) => base.kind !== 'other');
    const called = typeof name === 'string' ? name : name && name.kind !== 'unknown' ? name.name : '';
    const { library } = this.at.types;
    if (list)
      this.given.give(
        list,
        [...library.constructors(called), ...this.at.types.constructors(called, this.at.unit)],
        'new',
      );
    return valued(node, not);
  }

  private initialize(initializer: Node, type: TypeRef | null): Map<string, Fact> {
    const members = new Map<string, Fact>();
    for (const item of namedChildren(initializer)) {
      const left = item.type === 'assignment_expression' ? field(item, 'left') : null;
      const right = item.type === 'assignment_expression' ? field(item, 'right') : null;
      if (left?.type !== 'identifier' || !right) {
        if (right) this.put(right, type);
        else if (item.type !== 'comment') this.addItem(item, type);
        continue;
      }
      if (right.type === 'initializer_expression') {
        this.initialize(right, (type && this.at.types.property(type, left.text, this.at.unit)) ?? null);
        continue;
      }
      const target = type ? this.at.types.property(type, left.text, this.at.unit) : undefined;
      const value = this.evaluator.visit(right, target);
      const into = type ? `${simple(type.name)}.${left.text}` : left.text;
      members.set(left.text, target ? this.evaluator.sinks.store(value, target, 'CS8601', into) : value.fact);
    }
    return members;
  }

  /** `x` of `new List<string> { x }`, `k` and `v` of `new Dictionary<string, string> { { k, v } }`. */
  private addItem(item: Node, type: TypeRef | null) {
    const items = item.type === 'initializer_expression' ? namedChildren(item) : [item];
    const all = collectionParameters(type, 'Add') ?? (type ? this.at.types.library.methods(type.name, 'Add') : []);
    const taken =
      all.find(({ parameters }) =>
        fits(
          parameters,
          items.map(() => ({ name: null })),
        ),
      )?.parameters ?? [];
    const isKnown = taken.length >= items.length;
    for (const [index, one] of items.entries()) {
      const target = isKnown ? taken[index] : undefined;
      const value = this.evaluator.visit(one, target?.type);
      if (target) this.evaluator.sinks.sink(value, target.type, 'argument', target.name);
    }
  }

  /** `v` of `new Dictionary<string, string> { ["k"] = v }`. */
  private put(value: Node, type: TypeRef | null) {
    const target = indexedOf(type);
    const put = this.evaluator.visit(value, target);
    if (target) this.evaluator.sinks.store(put, target, 'CS8601', `${simple(type?.name ?? '')}[]`);
  }
}
