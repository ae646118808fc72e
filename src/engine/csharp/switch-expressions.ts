import type { Node } from 'web-tree-sitter';
import type { Change } from '../workspace/change.ts';
import type { Binder } from './binder.ts';
import type { Unit } from './declarations.ts';
import type { SwitchExpression } from './index-types.ts';
import { appendItem } from './list-edits.ts';
import { confidenceIn, hasDirective, isRead, placeOf } from './places.ts';
import type { Solution } from './solution.ts';
import { childrenOfType, field, namedChildren, spanOf } from './syntax.ts';

/** What an arm applies to: members of the enum, or more than can be told. */
type Applies = readonly string[] | 'rest';

/** Switch expressions over an enum of the product, told by what their arms name. */
export class SwitchExpressions {
  constructor(
    private readonly solution: Solution,
    private readonly binder: Binder,
  ) {}

  over(type: string): SwitchExpression[] {
    return this.solution.parsedUnits
      .flatMap((unit) =>
        this.switchesIn(unit).flatMap((node) => {
          const keyword = node.children.find((child) => child?.type === 'switch');
          return keyword && isRead(unit, spanOf(node)) ? [this.of(node, keyword, type, unit)] : [];
        }),
      )
      .filter(({ arms }) => arms.some(({ members }) => members.length > 0));
  }

  /** One arm more, behind the others. */
  addArm(expression: SwitchExpression, text: string): readonly Change[] {
    const { whole, isOpaque } = expression;
    const unit = this.solution.unitAt(expression);
    const node =
      unit && this.switchesIn(unit).find((one) => one.startIndex === whole.start && one.endIndex === whole.end);
    const open = node?.children.find((child) => child?.type === '{');
    if (!unit || !node || !open || isOpaque) return [];
    const items = armsOf(node);
    const comma = node.children.find((child) => child?.type === ',' && child.startIndex >= items.at(-1)!.endIndex);
    const list = {
      file: unit.parsed.file,
      span: { start: open.startIndex, end: node.endIndex },
      items: items.map(spanOf),
    };
    return appendItem(list, comma ? spanOf(comma) : null, text);
  }

  private switchesIn(unit: Unit): readonly Node[] {
    return unit.root.descendantsOfType('switch_expression').filter((node): node is Node => node !== null);
  }

  private of(node: Node, keyword: Node, type: string, unit: Unit): SwitchExpression {
    const arms = armsOf(node).map((arm) => {
      const [pattern, ...rest] = namedChildren(arm).filter(({ type }) => type !== 'comment');
      return { applies: pattern ? this.applies(pattern, type, unit) : 'rest', pattern, body: rest.at(-1) };
    });
    return {
      ...placeOf(unit, keyword),
      whole: spanOf(node),
      value: namedChildren(node)[0]?.text ?? '',
      arms: arms.map(({ applies, pattern, body }) => ({
        members: applies === 'rest' ? [] : applies,
        pattern: pattern?.text ?? '',
        body: body?.text ?? '',
      })),
      takesRest: arms.some(({ applies }) => applies === 'rest'),
      isOpaque: hasDirective(unit, spanOf(node)),
      confidence: confidenceIn(this.solution.reachesProduct(unit), unit.projects),
    };
  }

  private applies(pattern: Node, type: string, unit: Unit): Applies {
    const inner = namedChildren(pattern);
    if (pattern.type === 'parenthesized_pattern' && inner[0]) return this.applies(inner[0], type, unit);
    if (pattern.type === 'or_pattern') {
      const both = inner.map((one) => this.applies(one, type, unit));
      return both.includes('rest') ? 'rest' : both.flat();
    }
    if (pattern.type !== 'constant_pattern') return 'rest';
    const [value] = inner;
    const on = value?.type === 'member_access_expression' ? field(value, 'expression') : null;
    const meaning = on && this.binder.typeNamed(on, unit);
    return meaning?.kind === 'product' && meaning.name === type ? [field(value!, 'name')!.text] : 'rest';
  }
}

const armsOf = (node: Node) => childrenOfType(node, 'switch_expression_arm');
