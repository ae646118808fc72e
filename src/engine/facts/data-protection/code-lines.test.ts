import { describe, expect, it } from 'vitest';
import { csharpString, runsAlways } from './code-lines.ts';

const runs = (source: string) => {
  const start = source.indexOf('services.Add();');
  return runsAlways(source, { start, end: start + 'services.Add();'.length });
};

describe('runsAlways', () => {
  it.each([
    'services.Add();',
    'var a = 1;\nservices.Add();',
    'class S { void C() { services.Add(); } }',
    'class S\n{\n  void C(int x = 1)\n  {\n    // if (x)\n    services.Add();\n  }\n}',
    'host.ConfigureServices((context, services) =>\n{\n    services.Add();\n});',
    'if (x) { A(); }\nservices.Add();',
    'class S { void C() { var json = "{ if ("; var c = \'{\'; services.Add(); } }',
    'try\n{\n    services.Add();\n}\ncatch { }',
    '#if DEBUG\nA();\n#endif\nservices.Add();',
    'for (var i = 0; i < 3; i++) { }\nservices.Add();',
  ])('%j', (source) => expect(runs(source)).toBe(true));

  it.each([
    'if (x) services.Add();',
    'if (x) A(); else services.Add();',
    'if (x)\n{\n    services.Add();\n}',
    'if (x) { A(); } else { services.Add(); }',
    'foreach (var a in b) { services.Add(); }',
    'switch (x) { case 1: services.Add(); break; }',
    'class S { void C() { if (x) { try { services.Add(); } finally { } } } }',
    '#if DEBUG\nservices.Add();\n#endif',
    'class S { void C() => services.Add(); }',
    'return services.Add();',
  ])('not %j', (source) => expect(runs(source)).toBe(false));
});

describe('csharpString', () => {
  it.each([
    ['/app/', '"/app/"'],
    ['C:\\idp\\', '@"C:\\idp\\"'],
    ['a "b"', '"a \\"b\\""'],
    ['a\\"b', '@"a\\""b"'],
    ['a\tb', '"a\\u0009b"'],
    ['', '""'],
  ])('writes %j as %s', (value, written) => expect(csharpString(value)).toBe(written));
});
