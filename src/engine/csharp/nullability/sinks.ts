import type { Evaluator } from './evaluator.ts';
import type { TypeRef } from './library.ts';
import { type Fact, not } from './null-facts.ts';
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
    if (target.nulls !== 'no' || fact.kind !== 'maybe') return false;
    const isNew = fact.since === 'now' || target.since === 'now';
    if (isNew) this.warn({ code, kind, value, target, into });
    const isKeptNull = isNew && !this.evaluator.at.learnsFromText && isText(value.type ?? target);
    if (kind === 'argument' && slot && !isKeptNull) this.evaluator.flow.set(slot, not);
    return isNew;
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
