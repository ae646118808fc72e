import type { Node } from 'web-tree-sitter';
import { childrenOfType, conditionOperand, field, lastIdentifier } from '../syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { dereferenceOf } from './framework.ts';
import { before, not, unknown } from './null-facts.ts';
import { impliedBy } from './patterns.ts';
import type { Surroundings } from './surroundings.ts';
import { simple, type Value, valued } from './values.ts';

/** Members of a value, which must not be null for that. */
export class Access {
  constructor(private readonly evaluator: Evaluator) {}

  private get at() {
    return this.evaluator.at;
  }

  member(node: Node): Value {
    const left = field(node, 'expression');
    const name = field(node, 'name');
    if (!left || !name) return valued(node);
    const receiver = this.evaluator.visit(left);
    const member = lastIdentifier(name).text;
    this.dereference(receiver, member, false);
    const type = receiver.type ? this.at.types.property(receiver.type, member, this.at.unit) : undefined;
    if (receiver.isChain)
      return valued(node, type ? before : unknown, {
        type: type ?? null,
        ...this.chained(receiver, type ? member : null),
      });
    if (!type) {
      const isUnsaid = receiver.type && this.at.types.library.isType(receiver.type.name);
      return valued(node, isUnsaid ? not : unknown, {
        type: this.at.types.told(this.at.expressions.typeOf(node, this.at.unit).type),
      });
    }
    const owner = simple(receiver.type!.name);
    if (receiver.slot) return this.evaluator.slotValue(node, `${receiver.slot}.${member}`, type, owner);
    return valued(node, this.evaluator.given(type, node, `${owner}.${member}`), { type, label: `${owner}.${member}` });
  }

  /** `x.M`, `x.M()`, `x[0]`, `foreach (… in x)`: `x` is not null from here on. */
  dereference(value: Value, member: string, isCall: boolean) {
    if (value.isChain) return;
    const isOwn =
      isCall &&
      value.type !== null &&
      (this.at.types.library.methods(value.type.name, member).length > 0 ||
        this.at.types.ownMember(value.type.name, member, this.at.unit) !== undefined);
    const code = isOwn ? 'CS8602' : dereferenceOf(value.type, member, isCall);
    const extensions = isCall && !isOwn ? this.at.extensions(member) : [];
    if (extensions.length > 0 || !code) return this.extend(value, member, extensions);
    if (value.fact.kind === 'maybe' && value.fact.since === 'now')
      this.evaluator.sinks.warn({
        code,
        kind: code === 'CS8602' ? 'dereference' : 'argument',
        value,
        target: null,
        into: member,
      });
    for (const slot of impliedBy(value)) this.evaluator.flow.set(slot, not);
  }

  /** `x.M()`, where `M` may be an extension method: then its first parameter says what it takes. */
  private extend(value: Value, method: string, extensions: ReturnType<Surroundings['extensions']>) {
    const own = extensions.map(({ node, unit }) => this.at.types.signature(node, unit).parameters[0]);
    const ofLibrary = this.at.types.library.extensions(method).map(({ parameters }) => parameters[0]);
    const all = own.length > 0 ? own : ofLibrary.filter((self) => value.type && self?.type.name === value.type.name);
    const [first] = all;
    const isOne = all.length === 1 && first;
    if (isOne && first.type.nulls === 'yes') return;
    if (isOne && first.type.nulls === 'no') return this.evaluator.sinks.sink(value, first.type, 'argument', first.name);
    if (value.slot) this.evaluator.flow.set(value.slot, unknown);
  }

  conditional(node: Node): Value {
    const condition = field(node, 'condition');
    const binding = childrenOfType(node, 'member_binding_expression')[0];
    if (!condition) return valued(node);
    const receiver = this.evaluator.visit(conditionOperand(condition));
    if (receiver.slot) this.evaluator.flow.set(receiver.slot, before);
    const name = binding && field(binding, 'name');
    const type =
      receiver.type && name ? this.at.types.property(receiver.type, lastIdentifier(name).text, this.at.unit) : null;
    return valued(node, before, {
      type: type ?? null,
      ...this.chained(receiver, name && type ? lastIdentifier(name).text : null),
    });
  }

  /** What follows a `?.`, or goes on behind it. */
  private chained(receiver: Value, member: string | null): Partial<Value> {
    const start = receiver.slot ?? receiver.path;
    const path = start && member ? `${start}.${member}` : undefined;
    return { isChain: true, implies: [...impliedBy(receiver), ...(path ? [path] : [])], ...(path ? { path } : {}) };
  }
}
