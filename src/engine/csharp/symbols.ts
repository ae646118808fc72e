import type { Build } from './build.ts';
import type { Defined } from './directives.ts';

const modern = ['net5.0', 'net6.0', 'net7.0', 'net8.0', 'net9.0', 'net10.0', 'net11.0'];

/** Symbols of `#if` as the SDK sets them. What differs between configurations or frameworks depends; what nothing sets is off. */
export function compilerSymbols({ defines, mayDefine, targetFrameworks }: Build): Defined {
  return (symbol) => {
    if (symbol === 'DEBUG' || symbol === 'RELEASE') return undefined;
    if (symbol === 'TRACE') return true;
    if (defines.includes(symbol)) return true;
    if (mayDefine.includes(symbol)) return undefined;
    if (/^(NET|NETCOREAPP|NETSTANDARD|NETFRAMEWORK|WINDOWS|LINUX)/.test(symbol)) {
      const answers = new Set(targetFrameworks.map((framework) => isFrameworkSymbol(symbol, framework)));
      return answers.size === 1 ? [...answers][0] : undefined;
    }
    return false;
  };
}

function isFrameworkSymbol(symbol: string, framework: string): boolean | undefined {
  const own = modern.indexOf(framework.replace(/-.*$/, ''));
  if (own < 0) return undefined;
  if (symbol === 'NET' || symbol === 'NETCOREAPP') return true;
  if (symbol === 'NETSTANDARD' || symbol === 'NETFRAMEWORK' || /^NET(STANDARD|4)/.test(symbol)) return false;
  if (/^NETCOREAPP\d+_\d+_OR_GREATER$/.test(symbol)) return true;
  if (/^NETCOREAPP\d/.test(symbol)) return false;
  const match = /^NET(\d+)_(\d+)(_OR_GREATER)?$/.exec(symbol);
  if (!match) return undefined;
  const asked = modern.indexOf(`net${match[1]}.${match[2]}`);
  if (asked < 0) return undefined;
  return match[3] ? own >= asked : own === asked;
}
