import type { Place, TypeDeclaration } from '../../csharp/index-types.ts';
import type { Invocation } from '../../csharp/invocation-types.ts';
import type { Facts } from '../facts.ts';
import { leafTypes } from '../leaf-types.ts';
import { type Provider, providerMethods, providerOfMethod } from './provider.ts';
import { assemblyIn, type TableName, tableOf } from './store-options.ts';

export const factoryInterface = 'Microsoft.EntityFrameworkCore.Design.IDesignTimeDbContextFactory';

/** A class that EF's tools ask for a context, in place of the host; with what it says of the context. */
export interface DesignTimeFactory extends Place {
  readonly context: string; // simple name
  readonly providers: readonly Provider[];
  readonly migrationsAssembly: string | null; // as of a registration
  readonly historyTable: TableName | null; // null: it names none that can be told
}

/** For contexts of these names. */
export function designTimeFactories({ csharp }: Facts, isContext: (name: string) => boolean): DesignTimeFactory[] {
  const factories = csharp.typesDerivedFrom(factoryInterface);
  const calls = ['MigrationsAssembly', 'MigrationsHistoryTable', ...providerMethods].flatMap((method) =>
    csharp.invocationsOf(method),
  );
  return leafTypes(factories).flatMap((factory) => {
    const context = contextsIn(factory).find(isContext);
    if (context === undefined) return [];
    const own = calls.filter((call) => isIn(call, factory, factories));
    const first = (name: string) => own.find((call) => call.name === name);
    const history = first('MigrationsHistoryTable');
    return {
      path: factory.path,
      span: factory.span,
      projects: factory.projects,
      context,
      providers: [
        ...new Set(own.filter(({ name }) => providerMethods.includes(name)).map(({ name }) => providerOfMethod(name))),
      ],
      migrationsAssembly: assemblyIn(first('MigrationsAssembly')),
      historyTable: history ? tableOf(history) : null,
    };
  });
}

/** `IDesignTimeDbContextFactory<Clients>`, or a base of the team's own with the context as its argument. */
const contextsIn = ({ bases }: TypeDeclaration) =>
  bases.flatMap(({ text }) => [...text.matchAll(/[<,]\s*(?:[\w:]+\.)*(\w+)/g)].map(([, name]) => name!));

/** After its name and before that of the next one in the file. */
const isIn = (call: Invocation, factory: TypeDeclaration, all: readonly TypeDeclaration[]) =>
  call.path === factory.path &&
  call.span.start > factory.span.start &&
  !all.some(
    ({ path, span }) => path === factory.path && span.start > factory.span.start && span.start < call.span.start,
  );
