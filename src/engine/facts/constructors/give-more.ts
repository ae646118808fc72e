import type { Construction, Constructor, Place } from '../../csharp/index-types.ts';
import type { Change } from '../../workspace/change.ts';
import type { Facts } from '../facts.ts';
import { isTestProject } from '../hosts/is-test-project.ts';
import { callsTo, hasConstructor } from './calls-to.ts';
import type { Code, Wanted } from './wanted.ts';

/** What it takes that a call gives one argument more, through every constructor that has to hand it on. */
export interface GivenMore {
  readonly changes: readonly Change[];
  /** Further places that change with it. */
  readonly places: readonly (Place & { readonly because: string })[];
  /** A stand-in was made in a test. */
  readonly hasStandIn: boolean;
  /** Where no edit can be sure: then nothing is to be edited at all. */
  readonly obstacle: (Place & { readonly because: string }) | null;
}

/** Gives the wanted value to a call as the argument at `index`, called `name` where arguments are named. */
export function giveMore(call: Construction, index: number, name: string, wanted: Wanted, facts: Facts): GivenMore {
  const giving = new Giving(wanted, facts);
  giving.give(call, index, name);
  return giving;
}

class Giving implements GivenMore {
  readonly changes: Change[] = [];
  readonly places: (Place & { because: string })[] = [];
  hasStandIn = false;
  obstacle: GivenMore['obstacle'] = null;
  private readonly added = new Map<string, string>();

  constructor(
    private readonly wanted: Wanted,
    private readonly facts: Facts,
  ) {}

  give(call: Construction, index: number, name: string): void {
    if (call.isOpaque) return this.stop(call, 'cannot be edited safely');
    const value = this.atHand(call) ?? this.fromParameter(call, index) ?? this.made(call);
    if (!value) return this.stop(call, 'has nothing at hand to give');
    const isNamed = call.arguments.some((argument) => argument.name !== null);
    const at = Math.min(index, call.arguments.length);
    const text = isNamed ? `${name}: ${value.text}` : value.text;
    this.changes.push(...value.changes, ...this.facts.csharp.insertArgument(call, at, text));
  }

  private atHand(call: Construction): Code | null {
    const inside = call.argumentList.start + 1;
    for (const value of this.facts.csharp.valuesAt({ ...call, span: { start: inside, end: inside } })) {
      // An initializer is given what its constructor was: a static of the class need not be the container's.
      if (!value.isSet || (call.by && value.kind !== 'parameter')) continue;
      const text = this.wanted.from(value, call.by);
      if (text !== null) return { text, changes: [] };
    }
    return null;
  }

  /** A new parameter of the constructor that makes the call; whoever calls that one gives it. */
  private fromParameter({ by, arguments: given }: Construction, index: number): Code | null {
    if (!by) return null;
    const key = `${by.path}:${by.parameterList.start}`;
    const known = this.added.get(key);
    if (known) return { text: known, changes: [] };
    const next = given.find(({ name }) => name === 'logger') ?? given[index];
    const position = positionIn(by, next?.text);
    const type = this.wanted.parameterType(by, this.facts);
    const types = by.parameters.map(({ typeText }) => typeText).toSpliced(position, 0, type.text);
    const calls = callsTo(by, this.facts);
    if (by.isOpaque || calls === null || hasConstructor(by, types, this.facts)) {
      this.stop(by, 'cannot be given one parameter more with certainty');
      return null;
    }
    const name = this.freeName(by);
    this.added.set(key, name);
    const parameter = { type: type.text, name, description: this.wanted.description };
    this.changes.push(...type.changes, ...this.facts.csharp.insertParameter(by, position, parameter));
    for (const call of calls) {
      this.places.push({ ...call, because: 'must hand it on' });
      this.give(call, position, name);
    }
    return { text: name, changes: [] };
  }

  /** From the provider that the call's other arguments come from, or made up in a test. */
  private made(call: Construction): Code | null {
    if (call.kind !== 'new') return null;
    const [provider] = call.arguments.flatMap(({ text }) => resolution.exec(text)?.[1] ?? []);
    if (provider) {
      const type = this.wanted.serviceType(call, this.facts);
      return type && { text: `${provider}.GetRequiredService<${type.text}>()`, changes: type.changes };
    }
    if (!this.wanted.standIn || !this.isInTest(call)) return null;
    this.hasStandIn = true;
    return this.wanted.standIn(call, this.facts);
  }

  private isInTest({ projects }: Construction) {
    const tests = this.facts.projects.filter(isTestProject).map(({ path }) => path);
    return projects.length > 0 && projects.every((path) => tests.includes(path));
  }

  private freeName(head: Constructor): string {
    const { parameterName } = this.wanted;
    for (let i = 1; ; i++) {
      const name = i === 1 ? parameterName : `${parameterName}${i}`;
      if (!this.facts.csharp.isNameTaken(name, head.path, head)) return name;
    }
  }

  private stop(at: Place, because: string) {
    this.obstacle ??= { path: at.path, span: at.span, projects: at.projects, because };
  }
}

const resolution = /^([\w.]+)\.Get(?:Required)?Service<[^()]+>\(\)$/;

/** Before the parameter that is handed on right behind it, and before what may be left out. */
function positionIn({ parameters }: Constructor, next: string | undefined): number {
  const before = parameters.findIndex(({ name }) => name === next);
  const optional = parameters.findIndex(({ isOptional }) => isOptional);
  return Math.min(...[before, optional].map((i) => (i < 0 ? parameters.length : i)));
}
