import type { Span } from '../text/span.ts';

/** Whether a symbol of `#if` is set: yes, no, or it depends on how the project is built. */
export type Defined = (symbol: string) => boolean | undefined;

export interface Directives {
  /** Of each line that is a directive, without its line break. */
  readonly lines: readonly Span[];
  /** Between directives: code that no build of this project compiles. */
  readonly inactive: readonly Span[];
  /** Between directives: every branch of an `#if` but its first. */
  readonly laterBranches: readonly Span[];
}

const directive = /^[ \t]*#[ \t]*(if|elif|else|endif|define|undef|[a-z!]+)\b(.*)$/gm;

/** Reads `#if` and its kin line by line, as the compiler does before it parses. */
export function readDirectives(text: string, defined: Defined): Directives {
  const lines: Span[] = [];
  const inactive: Span[] = [];
  const laterBranches: Span[] = [];
  const own = new Map<string, boolean>();
  const isSet: Defined = (symbol) => own.get(symbol) ?? defined(symbol);
  const open: { from: number; active: boolean; taken: boolean | undefined; isFirst: boolean }[] = [];
  const close = (at: number) => {
    const branch = open.at(-1);
    if (!branch) return;
    if (!branch.active) inactive.push({ start: branch.from, end: at });
    if (!branch.isFirst) laterBranches.push({ start: branch.from, end: at });
  };
  for (const match of text.matchAll(directive)) {
    const [line, word, rest = ''] = match;
    const start = match.index;
    const end = start + line.replace(/\r$/, '').length;
    lines.push({ start, end });
    const branch = open.at(-1);
    if (word === 'define' || word === 'undef') own.set(rest.trim(), word === 'define');
    else if (word === 'if') {
      const holds = evaluate(rest, isSet);
      open.push({ from: end, active: holds !== false, taken: holds, isFirst: true });
    } else if ((word === 'elif' || word === 'else') && branch) {
      close(start);
      const holds = word === 'else' ? true : evaluate(rest, isSet);
      branch.active = branch.taken !== true && holds !== false;
      branch.taken = branch.taken === true || holds === true ? true : branch.taken === undefined ? undefined : holds;
      branch.from = end;
      branch.isFirst = false;
    } else if (word === 'endif' && branch) {
      close(start);
      open.pop();
    }
  }
  return { lines, inactive, laterBranches };
}

/** `A && !(B || C) == true`, three-valued. What it can't read depends. */
export function evaluate(condition: string, defined: Defined): boolean | undefined {
  const tokens = condition.replace(/\/\/.*$/, '').match(/\w+|&&|\|\||==|!=|!|\(|\)/g) ?? [];
  let at = 0;
  const or = (): boolean | undefined => {
    let left = and();
    while (tokens[at] === '||') {
      at++;
      const right = and();
      left = left === true || right === true ? true : left === undefined || right === undefined ? undefined : false;
    }
    return left;
  };
  const and = (): boolean | undefined => {
    let left = equal();
    while (tokens[at] === '&&') {
      at++;
      const right = equal();
      left = left === false || right === false ? false : left === undefined || right === undefined ? undefined : true;
    }
    return left;
  };
  const equal = (): boolean | undefined => {
    let left = unary();
    while (tokens[at] === '==' || tokens[at] === '!=') {
      const same = tokens[at++] === '==';
      const right = unary();
      left = left === undefined || right === undefined ? undefined : (left === right) === same;
    }
    return left;
  };
  const unary = (): boolean | undefined => {
    const token = tokens[at++];
    if (token === '!') {
      const value = unary();
      return value === undefined ? undefined : !value;
    }
    if (token === '(') {
      const value = or();
      at++;
      return value;
    }
    if (token === 'true') return true;
    if (token === 'false') return false;
    return token === undefined ? undefined : defined(token);
  };
  return or();
}

/** The same text with spans turned into spaces: every other character keeps its offset. */
export function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const characters = text.split('');
  for (const { start, end } of spans) {
    for (let i = start; i < end; i++) if (characters[i] !== '\n' && characters[i] !== '\r') characters[i] = ' ';
  }
  return characters.join('');
}
