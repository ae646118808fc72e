import { closingParenthesis, expand, type Scope, type Value } from './expand.ts';

/** true, false, or null: it depends on something an archive doesn't say. */
export type Truth = boolean | null;

export const both = (a: Truth, b: Truth): Truth =>
  a === false || b === false ? false : a === null || b === null ? null : true;
export const either = (a: Truth, b: Truth): Truth =>
  a === true || b === true ? true : a === null || b === null ? null : false;
export const not = (a: Truth): Truth => (a === null ? null : !a);

/** An MSBuild condition; an empty one holds, one we can't read depends. */
export function holds(condition: string, scope: Scope): Truth {
  if (condition.trim() === '') return true;
  const tokens = tokenize(condition);
  if (!tokens) return null;
  const parser = new ConditionParser(tokens, scope);
  const value = parser.or();
  return parser.isAtEnd ? value : null;
}

interface Token {
  readonly kind: 'operator' | 'operand' | 'call';
  readonly text: string;
}

function tokenize(condition: string): Token[] | null {
  const tokens: Token[] = [];
  for (let rest = condition.trim(); rest !== ''; rest = rest.trimStart()) {
    const token = nextToken(rest);
    if (!token) return null;
    tokens.push(token.token);
    rest = rest.slice(token.length);
  }
  return tokens;
}

function nextToken(rest: string): { token: Token; length: number } | null {
  const operator = /^(==|!=|<=|>=|<|>|!|\(|\)|(?:and|or)(?![\w-]))/i.exec(rest);
  if (operator) return { token: { kind: 'operator', text: operator[0].toLowerCase() }, length: operator[0].length };
  const quoted = /^'([^']*(?:\$\([^()]*(?:\([^()]*\)[^()]*)*\)[^']*)*)'/.exec(rest);
  if (quoted) return { token: { kind: 'operand', text: quoted[1]! }, length: quoted[0].length };
  const call = /^(exists|hastrailingslash)\s*\(/i.exec(rest);
  if (call || rest.startsWith('$(')) {
    const close = closingParenthesis(rest, call ? call[0].length - 1 : 1);
    if (close < 0) return null;
    return { token: { kind: call ? 'call' : 'operand', text: rest.slice(0, close + 1) }, length: close + 1 };
  }
  const word = /^[\w.%@-]+/.exec(rest);
  return word && { token: { kind: 'operand', text: word[0] }, length: word[0].length };
}

class ConditionParser {
  #at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly scope: Scope,
  ) {}

  get isAtEnd() {
    return this.#at === this.tokens.length;
  }

  or(): Truth {
    let value = this.and();
    while (this.#take('or')) value = either(value, this.and());
    return value;
  }

  private and(): Truth {
    let value = this.unary();
    while (this.#take('and')) value = both(value, this.unary());
    return value;
  }

  private unary(): Truth {
    if (this.#take('!')) return not(this.unary());
    if (this.#take('(')) {
      const value = this.or();
      return this.#take(')') ? value : null;
    }
    const left = this.tokens[this.#at++];
    if (!left || left.kind === 'operator') return null;
    if (left.kind === 'call') return callHolds(left.text, this.scope);
    const operator = ['==', '!=', '<=', '>=', '<', '>'].find((text) => this.#take(text));
    if (operator === undefined) return truthOf(operand(left.text, this.scope));
    const right = this.tokens[this.#at++];
    if (right?.kind !== 'operand') return null;
    return compare(operand(left.text, this.scope), operator, operand(right.text, this.scope));
  }

  #take(text: string): boolean {
    const token = this.tokens[this.#at];
    const isNext = token?.kind === 'operator' && token.text === text;
    if (isNext) this.#at++;
    return isNext;
  }
}

/** Items and their metadata are not known while a condition is read here. */
const operand = (text: string, scope: Scope): Value => (/[@%]\(/.test(text) ? null : expand(text, scope));

function callHolds(call: string, scope: Scope): Truth {
  const argument = expand(
    call
      .slice(call.indexOf('(') + 1, -1)
      .trim()
      .replace(/^'(.*)'$/, '$1'),
    scope,
  );
  if (argument === null) return null;
  return /^exists/i.test(call) ? scope.exists(argument) : /[\\/]$/.test(argument);
}

const truthOf = (value: Value): Truth =>
  value === null ? null : /^(true|on|yes|!false)$/i.test(value) ? true : /^(false|off|no)$/i.test(value) ? false : null;

function compare(left: Value, operator: string, right: Value): Truth {
  if (left === null || right === null) return null;
  if (operator === '==' || operator === '!=') return areEqual(left, right) === (operator === '==');
  const difference = compareDotted(left, right);
  if (difference === null) return null;
  if (operator === '<') return difference < 0;
  if (operator === '>') return difference > 0;
  return operator === '<=' ? difference <= 0 : difference >= 0;
}

const areEqual = (left: string, right: string) =>
  left.toLowerCase() === right.toLowerCase() ||
  (isNumber(left) && isNumber(right) && Number(left) === Number(right)) ||
  (truthOf(left) !== null && truthOf(left) === truthOf(right));

const isNumber = (text: string) => /^[+-]?\d+(\.\d+)?$/.test(text);

/** `<` and its kin compare numbers, or versions of up to four numbers. */
function compareDotted(left: string, right: string): number | null {
  if (!/^\d+(\.\d+)*$/.test(left) || !/^\d+(\.\d+)*$/.test(right)) return null;
  if (isNumber(left) && isNumber(right)) return Number(left) - Number(right);
  const [a, b] = [left.split('.').map(Number), right.split('.').map(Number)];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
