import type { Evaluator } from './evaluator.ts';
import type { TypeRef } from './library.ts';
import { type Fact, not } from './null-facts.ts';
import { elementOf } from './sequences.ts';
import { isText, type NullWarning, type Value } from './values.ts';

/** Places that values go to, and what the compiler says there. */
export class Sinks {
  readonly warnings: NullWarning[] = [];
  private silent = 0;
  private lambdas = 0;

  constructor(private readonly evaluator: Evaluator) {}

  get isSilent() {
    return this.silent > 0;
  }

  /** Of code that is followed again. */
  silently(run: () => void) {
    this.silent++;
    run();
    this.silent--;
  }

  /** Of a lambda that is one expression. */
  inLambda<T>(run: () => T): T {
    this.lambdas++;
    const result = run();
    this.lambdas--;
    return result;
  }

  /** A value that goes into a variable or member, and what is known of it there. */
  store(value: Value, target: TypeRef, code: string, into: string): Fact {
    const isWarned = this.sink(value, target, 'assignment', into, value.isNull && code !== 'CS8600' ? 'CS8625' : code);
    return isWarned && isText(target) && !this.evaluator.at.learnsFromText ? not : value.fact;
  }

  /** A value that goes where none or any is taken; true where the compiler says something new. */
  sink(value: Value, target: TypeRef, kind: NullWarning['kind'], into: string, code = codeOf(kind, value)): boolean {
    const { fact, slot } = value;
    if (this.sinkInside(value, target, kind, into)) return true;
    if (target.nulls !== 'no' || fact.kind !== 'maybe') return false;
    const isNew = fact.since === 'now' || target.since === 'now';
    if (isNew) this.warn({ code, kind, value, target, into });
    const isKeptNull =
      kind === 'argument' && isNew && !this.evaluator.at.learnsFromText && isText(value.type ?? target);
    if (/^(argument|dereference)$/.test(kind) && slot && !isKeptNull) this.evaluator.flow.set(slot, not);
    return isNew;
  }

  /** `List<string?>` where `List<string>` is taken. */
  private sinkInside(value: Value, target: TypeRef, kind: NullWarning['kind'], into: string): boolean {
    const [type] = value.type?.args ?? [];
    const [taken] = target.args;
    const isAlike = value.type?.name === target.name || (elementOf(value.type) && elementOf(target));
    if (!type || !taken || !isAlike || type.nulls !== 'yes' || taken.nulls !== 'no') return false;
    if (value.isChain || (type.since !== 'now' && taken.since !== 'now')) return false;
    const fact = this.evaluator.given(type, value.node, value.label);
    const code = kind === 'argument' ? 'CS8620' : 'CS8619';
    this.warn({ code, kind, value: { ...value, fact, type, leaves: value.inside ?? [] }, target, into });
    return true;
  }

  warn(said: { code: string; kind: NullWarning['kind']; value: Value; target: TypeRef | null; into: string }) {
    const { value, ...rest } = said;
    if (this.silent > 0 || this.evaluator.flow.isDead || value.fact.kind !== 'maybe') return;
    this.warnings.push({
      ...rest,
      node: value.node,
      leaves: value.leaves,
      origin: value.fact.origin,
      isNull: value.isNull === true,
      valueType: value.type,
      isInLambda: this.lambdas > 0,
    });
  }
}

function codeOf(kind: NullWarning['kind'], { isNull }: Value): string {
  if (kind === 'return') return 'CS8603';
  if (isNull) return 'CS8625';
  return kind === 'argument' ? 'CS8604' : 'CS8601';
}
