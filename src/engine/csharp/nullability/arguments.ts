import type { Node } from 'web-tree-sitter';
import { childrenOfType, field, namedChildren, same } from '../syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { leavesArguments } from './framework.ts';
import type { LibraryParameter, Signature } from './library.ts';
import { not, unknown } from './null-facts.ts';
import { accepts, fits } from './overloads.ts';
import type { Value } from './values.ts';

/** What a call or a constructor is given. */
export class Arguments {
  constructor(private readonly evaluator: Evaluator) {}

  /** All arguments are evaluated first, then each meets its parameter. */
  give(list: Node, signatures: readonly Signature[], method: string): readonly Value[] {
    const written = childrenOfType(list, 'argument').map((node) => ({ node, name: field(node, 'name')?.text ?? null }));
    const possible = signatures.filter(({ parameters }) => fits(parameters, written));
    const given = written.map(({ node, name }, index) => {
      const value = namedChildren(node).findLast((child) => !same(child, field(node, 'name'))) ?? node;
      const [taken, ...others] = possible.map(({ parameters }) => parameterOf(parameters, name, index)?.type);
      const into = taken && others.every((other) => other?.name === taken.name) ? taken : null;
      const isWritten = node.children.some((child) => child && /^(ref|out|in)$/.test(child.type));
      return {
        name,
        isWritten,
        value: isWritten ? this.evaluator.ofUnread(value) : this.evaluator.visit(value, into),
      };
    });
    const fitting = possible.filter(({ parameters }) => accepts(parameters, given));
    for (const [index, { name, value, isWritten }] of given.entries()) {
      if (isWritten) continue;
      const targets = fitting.map(({ parameters }) => parameterOf(parameters, name, index));
      const [target] = targets;
      const isSaid = target && targets.every((one) => one?.type.nulls === target.type.nulls);
      if (isSaid && target.isGuarded)
        this.evaluator.sinks.sink(value, target.type, 'dereference', target.name, 'CS8604');
      else if (isSaid && target.type.nulls === 'no')
        this.evaluator.sinks.sink(value, target.type, 'argument', target.name);
      else if (!(isSaid && target.type.nulls === 'yes') && value.slot && !leavesArguments.test(method))
        this.evaluator.flow.set(value.slot, value.fact.kind === 'not' ? not : unknown);
    }
    return given.map(({ value }) => value);
  }
}

const parameterOf = (parameters: readonly LibraryParameter[], name: string | null, index: number) =>
  name === null ? parameters[index] : parameters.find((one) => one.name === name);
