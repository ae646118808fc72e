import type { Node } from 'web-tree-sitter';

/** Where a null comes from that the library admits only now. */
export interface Origin {
  readonly member: string; // `Client.ClientName`
  readonly node: Node;
}

/**
 * What is known of a value at a point of the code. `maybe` is what the compiler takes for maybe null: by annotations it had
 * `before`, or by those that come `now`. `unknown`: it may see either; nothing is said of it.
 */
export type Fact =
  | { readonly kind: 'not' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'maybe'; readonly since: 'before' | 'now'; readonly origin: Origin | null };

export const not: Fact = { kind: 'not' };
export const unknown: Fact = { kind: 'unknown' };
export const before: Fact = { kind: 'maybe', since: 'before', origin: null };
export const now = (origin: Origin): Fact => ({ kind: 'maybe', since: 'now', origin });

/** What holds where two paths meet: one null is enough, and one that was there before is nothing new. */
export function joined(a: Fact, b: Fact): Fact {
  if (a.kind === 'unknown' || b.kind === 'unknown') return unknown;
  if (a.kind === 'not') return b;
  if (b.kind === 'not') return a;
  return a.since === 'before' ? a : b;
}

/** A variable or a path of members: `v12`, `v12.ClientName`, `this.client.ClientName`. */
export type Slot = string;

/** What is known of every slot at one point; of one that isn't in it, what its declaration says. */
export class Flow {
  private constructor(
    private readonly declared: Map<Slot, Fact>,
    private facts: Map<Slot, Fact>,
    /** Nothing comes here. */
    public isDead: boolean,
  ) {}

  static start = () => new Flow(new Map(), new Map(), false);

  copy = () => new Flow(this.declared, new Map(this.facts), this.isDead);

  declare(slot: Slot, fact: Fact) {
    if (!this.declared.has(slot)) this.declared.set(slot, fact);
  }

  of = (slot: Slot): Fact =>
    this.facts.get(slot) ?? (this.isForgotten(slot) ? unknown : (this.declared.get(slot) ?? unknown));

  /** What it hangs on was forgotten with all that hangs there. */
  private isForgotten(slot: Slot): boolean {
    for (let end = slot.lastIndexOf('.'); end > 0; end = slot.lastIndexOf('.', end - 1))
      if (this.facts.has(`${slot.slice(0, end)}.*`)) return true;
    return false;
  }

  set(slot: Slot, fact: Fact) {
    this.facts.set(slot, fact);
  }

  /** Another object is in the slot now: its members are as declared, or as those of what was given to it. */
  assign(slot: Slot, fact: Fact, from: Slot | null) {
    const given = from === null ? [] : [...this.facts].filter(([name]) => name.startsWith(`${from}.`));
    for (const name of [...this.facts.keys()]) if (name.startsWith(`${slot}.`)) this.facts.delete(name);
    for (const [name, known] of given) this.set(slot + name.slice(from!.length), known);
    this.facts.set(slot, fact);
  }

  /** Nothing is known any more of the slot and of what hangs on it. */
  forget(slot: Slot) {
    this.facts.set(slot, unknown);
    this.facts.set(`${slot}.*`, unknown);
    for (const name of this.names()) if (name.startsWith(`${slot}.`)) this.facts.set(name, unknown);
  }

  forgetAll() {
    for (const name of this.names()) this.facts.set(name, unknown);
  }

  private names = () => new Set([...this.declared.keys(), ...this.facts.keys()]);

  static join(a: Flow, b: Flow): Flow {
    if (a.isDead) return b.copy();
    if (b.isDead) return a.copy();
    const flow = a.copy();
    for (const slot of new Set([...a.facts.keys(), ...b.facts.keys()])) flow.set(slot, joined(a.of(slot), b.of(slot)));
    return flow;
  }

  /** Whether the same is known in both. */
  static equal(a: Flow, b: Flow) {
    const slots = [...new Set([...a.facts.keys(), ...b.facts.keys()])];
    const said = (fact: Fact) => (fact.kind === 'maybe' ? fact.since : fact.kind);
    return a.isDead === b.isDead && slots.every((slot) => said(a.of(slot)) === said(b.of(slot)));
  }
}
