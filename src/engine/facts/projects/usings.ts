import type { SpecialUsing } from '../../csharp/build.ts';
import type { Evaluation } from './evaluate.ts';
import { itemsOf, metadataValue } from './items.ts';

const base = [
  'System',
  'System.Collections.Generic',
  'System.IO',
  'System.Linq',
  'System.Net.Http',
  'System.Threading',
  'System.Threading.Tasks',
];

const extensions = [
  'Microsoft.Extensions.Configuration',
  'Microsoft.Extensions.DependencyInjection',
  'Microsoft.Extensions.Logging',
];

const web = [
  'Microsoft.AspNetCore.Builder',
  'Microsoft.AspNetCore.Hosting',
  'Microsoft.AspNetCore.Http',
  'Microsoft.AspNetCore.Routing',
  'System.Net.Http.Json',
];

/** Namespaces a C# project imports everywhere: those of its SDK with `ImplicitUsings`, then its own `<Using>` items. */
export function usingsOf(evaluation: Evaluation, sdk: string | null): string[] {
  const usings = new Set(isOn(evaluation.property('ImplicitUsings')) ? implicitUsings(sdk) : []);
  const removed = evaluation.items.filter(({ element }) => /^using$/i.test(element.name));
  for (const { element, file } of removed) {
    const names = element.attributes.find(({ name }) => /^remove$/i.test(name))?.value ?? '';
    for (const name of (evaluation.expand(names, file) ?? '').split(';')) usings.delete(name.trim());
  }
  for (const item of itemsOf(evaluation, 'Using')) {
    const isPlain = metadataValue(item, 'Static')?.toLowerCase() !== 'true' && metadataValue(item, 'Alias') === '';
    if (isPlain && item.conditions.length === 0) usings.add(item.id.trim());
  }
  return [...usings];
}

function implicitUsings(sdk: string | null): string[] {
  const name = sdk?.split('/')[0]?.toLowerCase(); // a version may follow
  if (name === undefined) return [];
  if (name === 'microsoft.net.sdk.web') return [...base, ...extensions, 'Microsoft.Extensions.Hosting', ...web];
  if (name === 'microsoft.net.sdk.worker') return [...base, ...extensions, 'Microsoft.Extensions.Hosting'];
  if (name === 'microsoft.net.sdk.blazorwebassembly') return [...base, ...extensions];
  return base;
}

const isOn = (value: string | null) => value !== null && /^(enable|true)$/i.test(value);

/** `<Using Include="…" Static="true" />` and `Alias="…"`. */
export const specialUsingsOf = (evaluation: Evaluation): SpecialUsing[] =>
  itemsOf(evaluation, 'Using').flatMap((item): SpecialUsing[] => {
    const alias = metadataValue(item, 'Alias');
    if (alias) return [{ kind: 'alias', name: alias, of: item.id.trim() }];
    const isStatic = metadataValue(item, 'Static')?.toLowerCase() === 'true';
    return isStatic ? [{ kind: 'static', name: '', of: item.id.trim() }] : [];
  });
