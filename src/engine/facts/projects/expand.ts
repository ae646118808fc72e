import { frameworkOf, isCompatible } from './frameworks.ts';

/** A text as MSBuild would make it. null: it depends on something an archive doesn't say. */
export type Value = string | null;

/** What `$(…)` can refer to where a file is read. */
export interface Scope {
  property(name: string): Value;
  /** The nearest file of that name in `folder` or above it, absolute; '' where there is none. */
  fileAbove(name: string, folder: string): string;
  exists(path: string): boolean | null;
}

/** The text with every `$(…)` in it replaced. */
export function expand(text: string, scope: Scope): Value {
  let result = '';
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf('$(', at);
    if (open < 0) return result + text.slice(at);
    const close = closingParenthesis(text, open + 1);
    if (close < 0) return null;
    const value = evaluate(text.slice(open + 2, close).trim(), scope);
    if (value === null) return null;
    result += text.slice(at, open) + value;
    at = close + 1;
  }
  return result;
}

/** Of the parenthesis at `open`; quotes protect what they hold. -1: there is none. */
export function closingParenthesis(text: string, open: number): number {
  let depth = 0;
  let quote = '';
  for (let i = open; i < text.length; i++) {
    const character = text[i]!;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === "'" || character === '"' || character === '`') quote = character;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return i;
  }
  return -1;
}

/** The name of the one property that is all of the text: `$(Name)`. */
export const onlyProperty = (text: string): string | null => /^\$\(\s*([\w.-]+)\s*\)$/.exec(text.trim())?.[1] ?? null;

function evaluate(expression: string, scope: Scope): Value {
  const fixed = /^\[([\w.]+)\]::(\w+)/.exec(expression);
  if (fixed) return evaluateStatic(expression, fixed[1]!, fixed[2]!, fixed[0].length, scope);
  const name = /^[\w-]+/.exec(expression)?.[0];
  if (name === undefined) return null;
  return evaluateMembers(scope.property(name), expression.slice(name.length), scope);
}

function evaluateStatic(expression: string, type: string, method: string, at: number, scope: Scope): Value {
  const call = argumentsAt(expression, at, scope);
  const apply = functions[`${type}::${method}`.toLowerCase()];
  if (!call || !apply || call.values.some((value) => value === null)) return null;
  return evaluateMembers(apply(call.values as string[], scope), expression.slice(call.end), scope);
}

/** `.Replace('a', 'b').ToLower()`: methods of System.String on the value. */
function evaluateMembers(start: Value, rest: string, scope: Scope): Value {
  let value = start;
  for (let at = 0; at < rest.length; ) {
    const member = /^\s*\.(\w+)/.exec(rest.slice(at));
    if (!member || value === null) return null;
    at += member[0].length;
    const call = argumentsAt(rest, at, scope);
    if (call?.values.some((argument) => argument === null)) return null;
    const apply = methods[member[1]!.toLowerCase()];
    if (!apply) return null;
    value = apply(value, (call?.values ?? []) as string[]);
    at = call?.end ?? at;
  }
  return value;
}

function argumentsAt(text: string, at: number, scope: Scope): { values: Value[]; end: number } | null {
  if (text[at] !== '(') return null;
  const close = closingParenthesis(text, at);
  if (close < 0) return null;
  const inner = text.slice(at + 1, close);
  const values = inner.trim() === '' ? [] : splitArguments(inner).map((argument) => expand(unquote(argument), scope));
  return { values, end: close + 1 };
}

function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (/['"`]/.test(character)) quote = character;
    else if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === ',' && depth === 0) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return [...parts, text.slice(from)];
}

const unquote = (text: string) => text.trim().replace(/^(['"`])(.*)\1$/s, '$2');

const truth = (value: boolean) => (value ? 'True' : 'False');

const methods: Readonly<Record<string, (value: string, args: string[]) => Value>> = {
  startswith: (value, [prefix = '']) => truth(value.startsWith(prefix)),
  endswith: (value, [suffix = '']) => truth(value.endsWith(suffix)),
  contains: (value, [part = '']) => truth(value.includes(part)),
  replace: (value, [from = '', to = '']) => (from === '' ? null : value.replaceAll(from, to)),
  tolower: (value) => value.toLowerCase(),
  tolowerinvariant: (value) => value.toLowerCase(),
  toupper: (value) => value.toUpperCase(),
  toupperinvariant: (value) => value.toUpperCase(),
  trim: (value) => value.trim(),
  length: (value) => String(value.length),
  indexof: (value, [part = '']) => String(value.indexOf(part)),
  substring: (value, [start = '0', length]) =>
    length === undefined ? value.slice(Number(start)) : value.slice(Number(start), Number(start) + Number(length)),
};

const functions: Readonly<Record<string, (args: string[], scope: Scope) => Value>> = {
  'msbuild::getpathoffileabove': ([name = '', folder], scope) =>
    scope.fileAbove(name, folder ?? scope.property('MSBuildThisFileDirectory') ?? ''),
  'msbuild::getdirectorynameoffileabove': ([folder = '', name = ''], scope) => {
    const found = scope.fileAbove(name, folder);
    return found.slice(0, Math.max(0, found.lastIndexOf('/')));
  },
  'msbuild::normalizepath': (parts) => parts.join('/').replaceAll('//', '/'),
  'msbuild::normalizedirectory': (parts) => `${parts.join('/')}/`.replaceAll('//', '/'),
  'msbuild::ensuretrailingslash': ([path = '']) => (path === '' ? '' : path.replace(/[\\/]?$/, '/')),
  'msbuild::valueordefault': ([value = '', fallback = '']) => (value === '' ? fallback : value),
  'msbuild::istargetframeworkcompatible': ([target = '', candidate = '']) => {
    const answer = isCompatible(target, candidate);
    return answer === null ? null : truth(answer);
  },
  'msbuild::gettargetframeworkidentifier': ([framework = '']) => frameworkOf(framework)?.identifier ?? null,
  'msbuild::gettargetframeworkversion': ([framework = '']) => frameworkOf(framework)?.version ?? null,
  'msbuild::versionequals': ([a = '', b = '']) => truth(compareVersions(a, b) === 0),
  'msbuild::versionnotequals': ([a = '', b = '']) => truth(compareVersions(a, b) !== 0),
  'msbuild::versiongreaterthan': ([a = '', b = '']) => truth(compareVersions(a, b) > 0),
  'msbuild::versiongreaterthanorequals': ([a = '', b = '']) => truth(compareVersions(a, b) >= 0),
  'msbuild::versionlessthan': ([a = '', b = '']) => truth(compareVersions(a, b) < 0),
  'msbuild::versionlessthanorequals': ([a = '', b = '']) => truth(compareVersions(a, b) <= 0),
  'system.io.path::combine': (parts) => parts.reduce((a, b) => (b.startsWith('/') ? b : a.replace(/[\\/]?$/, '/') + b)),
  'system.io.path::getfullpath': ([path = '']) => (path.startsWith('/') ? path : null),
  'system.io.path::getdirectoryname': ([path = '']) => path.replaceAll('\\', '/').replace(/\/[^/]*$/, ''),
  'system.io.path::getfilename': ([path = '']) => path.replaceAll('\\', '/').replace(/^.*\//, ''),
  'system.string::isnullorempty': ([value = '']) => truth(value === ''),
  'system.string::isnullorwhitespace': ([value = '']) => truth(value.trim() === ''),
  'system.io.file::exists': ([path = ''], scope) => {
    const answer = scope.exists(path);
    return answer === null ? null : truth(answer);
  },
};

/** MSBuild's own comparison: numbers with dots, a leading `v` and what follows `-` or `+` left out. */
function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((text) =>
    text
      .replace(/^v/i, '')
      .replace(/[-+].*$/, '')
      .split('.')
      .map(Number),
  );
  for (let i = 0; i < 4; i++) {
    const difference = (x?.[i] ?? 0) - (y?.[i] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}
