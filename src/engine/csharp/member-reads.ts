import type { Node } from 'web-tree-sitter';
import { type Change, replace } from '../workspace/change.ts';
import type { Unit } from './declarations.ts';
import type { Expressions } from './expressions.ts';
import type { Assignment, MemberRead, PropertyPattern } from './index-types.ts';
import { endOfLine, startOfLine } from './insertions.ts';
import { removeItem } from './list-edits.ts';
import { answerOf, hasDirective, isRead, placeOf } from './places.ts';
import type { Solution } from './solution.ts';
import { ancestor, ancestors, childrenOfType, conditionOperand, field, namedChildren, same, spanOf } from './syntax.ts';

/** Where members are read, in expressions and in patterns, and how what sets them is taken out. */
export class MemberReads {
  constructor(
    private readonly solution: Solution,
    private readonly expressions: Expressions,
  ) {}

  of(member: string): MemberRead[] {
    return this.identifiers(member).flatMap(({ node, unit }): MemberRead[] => {
      const access = node.parent;
      if (!access || !same(field(access, 'name'), node)) return [];
      const isConditional = access.type === 'member_binding_expression';
      if (!isConditional && access.type !== 'member_access_expression') return [];
      if (access.parent?.type === 'assignment_expression' && same(field(access.parent, 'left'), access)) return [];
      const whole = isConditional ? ancestor(access, 'conditional_access_expression') : access;
      const left = whole && (isConditional ? field(whole, 'condition') : field(whole, 'expression'));
      if (!whole || !left) return [];
      const named = nameofAround(whole);
      return [
        {
          ...placeOf(unit, node),
          kind: named ? 'nameof' : 'read',
          whole: spanOf(named ?? whole),
          isConditional,
          receiverType: answerOf(this.expressions.typeOf(isConditional ? conditionOperand(left) : left, unit).type),
        },
      ];
    });
  }

  patternsOn(member: string): PropertyPattern[] {
    return this.identifiers(member).flatMap(({ node, unit }): PropertyPattern[] => {
      const subpattern = node.parent;
      const clause = subpattern?.parent;
      if (subpattern?.type !== 'subpattern' || clause?.type !== 'property_pattern_clause') return [];
      const items = childrenOfType(clause, 'subpattern');
      const list = { file: unit.parsed.file, span: spanOf(clause), items: items.map(spanOf) };
      return [
        {
          ...placeOf(unit, node),
          pattern: namedChildren(subpattern).at(-1)?.text ?? '',
          receiverType: this.matched(clause, unit),
          removed: hasDirective(unit, spanOf(clause))
            ? []
            : removeItem(
                list,
                items.findIndex((one) => same(one, subpattern)),
              ),
        },
      ];
    });
  }

  /** What a property pattern is matched against: the type it names, else that of the expression before `is` or `switch`. */
  private matched(clause: Node, unit: Unit) {
    const pattern = clause.parent;
    const type = pattern && field(pattern, 'type');
    if (type) return answerOf(this.expressions.typeOf(type, unit).type);
    const combined = [...ancestors(clause)].find(
      ({ type }) => !/^(recursive_pattern|or_pattern|and_pattern|negated_pattern|parenthesized_pattern)$/.test(type),
    );
    const tested =
      combined?.type === 'is_pattern_expression'
        ? field(combined, 'expression')
        : combined?.type === 'switch_expression_arm'
          ? namedChildren(combined.parent!)[0]
          : null;
    return answerOf(
      tested ? this.expressions.typeOf(tested, unit).type : { kind: 'unknown', why: 'a pattern within another' },
    );
  }

  without(assigned: Assignment): readonly Change[] {
    const { path, span } = assigned;
    const unit = this.solution.unitAt(assigned);
    const node = unit?.root.descendantForIndex(span.start, span.end - 1);
    const assignment = node?.type === 'assignment_expression' ? node : node && ancestor(node, 'assignment_expression');
    const around = assignment?.parent;
    if (!unit || !assignment || !around || hasDirective(unit, spanOf(around))) return [];
    const { file } = unit.parsed;
    if (around.type === 'initializer_expression') {
      const items = namedChildren(around).filter(({ type }) => type !== 'comment');
      return removeItem(
        { file, span: spanOf(around), items: items.map(spanOf) },
        items.findIndex((one) => same(one, assignment)),
      );
    }
    const holder = around.parent;
    if (around.type !== 'expression_statement' || !/^(block|global_statement|switch_section)$/.test(holder?.type ?? ''))
      return [];
    const { start, end } = spanOf(around);
    const line = { start: startOfLine(file.text, start), end: endOfLine(file.text, end) };
    const isAlone = file.text.slice(line.start, start).trim() === '' && file.text.slice(end, line.end).trim() === '';
    const behind = /^[ \t]*/.exec(file.text.slice(end))![0].length;
    return [replace({ path, span: isAlone ? line : { start, end: end + behind } }, '')];
  }

  private identifiers(name: string): { node: Node; unit: Unit }[] {
    return this.solution.parsedUnits.flatMap((unit) =>
      (unit.identifiers.get(name) ?? []).filter((node) => isRead(unit, spanOf(node))).map((node) => ({ node, unit })),
    );
  }
}

/** The call of `nameof` that the expression is the argument of. */
function nameofAround(expression: Node): Node | undefined {
  const call = expression.parent?.type === 'argument' ? ancestor(expression, 'invocation_expression') : undefined;
  return call && field(call, 'function')?.text === 'nameof' ? call : undefined;
}
