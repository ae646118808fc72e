import type { Node } from 'web-tree-sitter';
import type { Unit } from './declarations.ts';
import type { TypeRole } from './index-types.ts';
import {
  ancestor,
  calledName,
  childrenOfType,
  field,
  isTypeDeclaration,
  lastIdentifier,
  same,
  wholeName,
} from './syntax.ts';

const resolvers =
  /^(GetRequiredService|GetService|GetRequiredKeyedService|GetKeyedService|GetServices|GetInstance|Resolve)$/;
const registrations =
  /^((Try)?Add(Keyed)?(Transient|Scoped|Singleton|HostedService)|TryAdd(Enumerable)?|Replace|RemoveAll|Transient|Scoped|Singleton|Describe|Decorate|TryDecorate)$/;
const routes = /^Map(Get|Post|Put|Delete|Patch|Methods|Fallback)?$/;

/** What part a type's name plays where it stands; undefined where the node isn't the name of a type. */
export function roleOf(name: Node, unit: Unit): TypeRole | undefined {
  let node = name;
  let parent = node.parent;
  while (parent && ['nullable_type', 'array_type', 'ref_type', 'scoped_type'].includes(parent.type)) {
    if (parent.type === 'array_type') return 'other';
    node = parent;
    parent = node.parent;
  }
  if (!parent) return undefined;
  const isType = same(field(parent, 'type'), node);
  switch (parent.type) {
    case 'base_list':
    case 'primary_constructor_base_type':
      return 'base';
    case 'parameter':
      return isType ? (isInjected(parent, unit) ? 'injected-parameter' : 'parameter') : undefined;
    case 'variable_declaration':
      if (!isType) return undefined;
      return /field_declaration$/.test(parent.parent?.type ?? '') ? 'field' : 'local';
    case 'property_declaration':
      return isType ? 'property' : undefined;
    case 'method_declaration':
    case 'local_function_statement':
      return same(field(parent, 'returns') ?? field(parent, 'type'), node) ? 'return' : undefined;
    case 'object_creation_expression':
      return isType ? 'new' : undefined;
    case 'type_argument_list':
      return roleOfCall(ancestor(parent, 'invocation_expression'), parent.parent) ?? 'other';
    case 'typeof_expression':
      return parent.parent?.type === 'argument'
        ? (roleOfCall(ancestor(parent, 'invocation_expression'), null) ?? 'other')
        : 'other';
    case 'cast_expression':
    case 'declaration_pattern':
    case 'recursive_pattern':
    case 'type_pattern':
    case 'foreach_statement':
    case 'catch_declaration':
    case 'declaration_expression':
    case 'default_expression':
    case 'tuple_element':
    case 'event_declaration':
    case 'indexer_declaration':
    case 'delegate_declaration':
    case 'explicit_interface_specifier':
    case 'type_parameter_constraint':
    case 'constant_pattern':
    case 'using_directive':
      return 'other';
    case 'as_expression':
    case 'is_expression':
      return same(field(parent, 'right'), node) ? 'other' : undefined;
    case 'is_pattern_expression':
      return same(field(parent, 'pattern'), node) ? 'other' : undefined;
    case 'member_access_expression':
      return same(field(parent, 'expression'), node) ? 'other' : undefined;
    default:
      return undefined;
  }
}

/** The role of `IEnumerable<T>`, for the name that is its T. */
export function listRoleOf(name: Node, unit: Unit): TypeRole | null {
  const list = name.parent?.type === 'type_argument_list' ? name.parent.parent : null;
  if (list?.type !== 'generic_name' || lastIdentifier(list).text !== 'IEnumerable') return null;
  return roleOf(wholeName(lastIdentifier(list)), unit) ?? null;
}

function roleOfCall(call: Node | undefined, generic: Node | null): 'resolved' | 'registered' | undefined {
  const callee = call && field(call, 'function');
  const name = callee && calledName(callee);
  if (!name || (generic && !same(generic, name))) return undefined;
  const text = lastIdentifier(name).text;
  return resolvers.test(text) ? 'resolved' : registrations.test(text) ? 'registered' : undefined;
}

/** Filled by the container: constructors, handlers of minimal APIs, [FromServices], middleware and Startup.Configure. */
function isInjected(parameter: Node, unit: Unit): boolean {
  if (childrenOfType(parameter, 'attribute_list').some((list) => /\bFrom(Keyed)?Services\b/.test(list.text)))
    return true;
  if (
    childrenOfType(parameter, 'attribute_list').some((list) => /\bFrom(Body|Query|Route|Header|Form)\b/.test(list.text))
  )
    return false;
  const owner = ancestor(
    parameter,
    'constructor_declaration',
    'method_declaration',
    'local_function_statement',
    'lambda_expression',
    'anonymous_method_expression',
    'class_declaration',
    'record_declaration',
    'struct_declaration',
    'delegate_declaration',
    'indexer_declaration',
    'operator_declaration',
  );
  if (!owner) return false;
  if (owner.type === 'constructor_declaration') return true;
  if (owner.type === 'class_declaration') return true; // a primary constructor
  if (isTypeDeclaration(owner)) return false;
  if (owner.type === 'lambda_expression') {
    const variable = inferredFrom(owner);
    if (variable) return isGivenToRoute(variable, unit);
    return owner.parent?.type === 'argument' && isRoute(ancestor(owner, 'invocation_expression'));
  }
  const name = field(owner, 'name')?.text ?? '';
  const others = field(owner, 'parameters')?.text ?? '';
  if (/^Invoke(Async)?$/.test(name) && /\bHttpContext\b/.test(others)) return true;
  if (name === 'Configure' && /\bI(Web)?(ApplicationBuilder|Host)\b|\bWebApplication\b/.test(others)) return true;
  return isGivenToRoute(name, unit);
}

/** The name of the variable that is what the lambda is: `var x = (T t) => …`. */
function inferredFrom({ parent }: Node): string | undefined {
  if (parent?.type !== 'variable_declarator') return undefined;
  return field(parent.parent!, 'type')?.type === 'implicit_type' ? field(parent, 'name')?.text : undefined;
}

const isGivenToRoute = (name: string, unit: Unit) =>
  (unit.identifiers.get(name) ?? []).some((use) => {
    const whole = use.parent?.type === 'member_access_expression' ? use.parent : use;
    return whole.parent?.type === 'argument' && isRoute(ancestor(whole, 'invocation_expression'));
  });

function isRoute(call: Node | undefined) {
  const callee = call && field(call, 'function');
  const name = callee && calledName(callee);
  return name ? routes.test(lastIdentifier(name).text) : false;
}
