import type { LibraryParameter, Signature, TypeRef } from './library.ts';
import { text } from './values.ts';

/** Parameters that take no null; behind a `:` those where null throws. */
const statics: Readonly<Record<string, string>> = {
  'new Uri': 'uriString',
  'int.Parse': 's',
  'long.Parse': 's',
  'bool.Parse': 's',
  'Guid.Parse': 'input',
  'DateTime.Parse': ': s',
  'DateTimeOffset.Parse': ': s',
  'TimeSpan.Parse': ': s',
  'Convert.FromBase64String': ': s',
  'Convert.FromHexString': ': s',
  'Uri.EscapeDataString': ': stringToEscape',
  'Uri.UnescapeDataString': ': stringToUnescape',
  'Path.Combine': ': path1 path2 path3 path4',
  'File.ReadAllText': ': path',
  'File.ReadAllBytes': ': path',
  'JsonDocument.Parse': ': json',
  'JsonSerializer.Deserialize': ': json',
  'QueryHelpers.AddQueryString': ': uri name value',
  'Enum.Parse': ': value',
  'new Claim': ': type value',
  'new UriBuilder': ': uri',
  'new StringContent': ': content',
};

/** The same of methods, by the type they are called on. */
const members: Readonly<Record<string, string>> = {
  'IAuthenticationSchemeProvider.GetSchemeAsync': ': name',
  'UserManager.FindByIdAsync': 'userId',
  'UserManager.FindByNameAsync': ': userName',
  'UserManager.FindByEmailAsync': ': email',
  'ModelStateDictionary.AddModelError': ': key errorMessage',
  'IDistributedCache.GetStringAsync': ': key',
  'IDistributedCache.SetStringAsync': ': key value',
  'IDistributedCache.RemoveAsync': ': key',
};

/** The same of methods that a page or a controller has from its base. */
const inherited: Readonly<Record<string, string>> = {
  Redirect: ': url',
  RedirectPermanent: ': url',
  LocalRedirect: ': localUrl',
};

/** Methods and constructors of the framework that take no null where text is handed to them. */
export function frameworkParameters(written: string): Signature[] | undefined {
  const name = written.replace(/^(global::)?System\.(Text\.)?(IO\.|Text\.)?/, '').replace(/<.*>$/, '');
  if (/^[sS]tring\.Join$/.test(name))
    return [
      { parameters: [unread, { name: 'values', type: list, isOptional: false, isGuarded: true }], returns: anything },
    ];
  return /^Encoding\.\w+\.GetBytes$/.test(name) ? signatures(': s') : signatures(own(statics, name));
}

/** The same of one that is called on a value of that type. */
export const memberParameters = (type: TypeRef | null, method: string): Signature[] | undefined =>
  type ? signatures(own(members, `${type.name}.${method}`)) : undefined;

/** The same of one that a class has from the framework's base of pages and controllers. */
export const pageParameters = (method: string): Signature[] | undefined => signatures(own(inherited, method));

const own = (table: Readonly<Record<string, string>>, name: string) =>
  Object.hasOwn(table, name) ? table[name] : undefined;

function signatures(said: string | undefined): Signature[] | undefined {
  if (said === undefined) return undefined;
  const isGuarded = said.startsWith(':');
  const parameters = said
    .replace(/^: /, '')
    .split(' ')
    .map((name, index): LibraryParameter => ({ name, type: text, isOptional: index > 0, isGuarded }));
  return [{ parameters, returns: anything }];
}

const list: TypeRef = { ...text, name: 'IEnumerable' };
const anything: TypeRef = { name: 'object', nulls: 'unsaid', since: 'before', args: [] };
const unread: LibraryParameter = { name: 'separator', type: anything, isOptional: false };
