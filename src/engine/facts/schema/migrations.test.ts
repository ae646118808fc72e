import { describe, expect, it } from 'vitest';
import { workspaceOfTexts } from '../../../testing/workspace-from.ts';
import type { FilePath } from '../../workspace/file-path.ts';
import { isDated, migrationsBeside } from './migrations.ts';

const attributes = '    [DbContext(typeof(Clients))]\n    [Migration("20240101000000_Initial")]\n';
const up = 'namespace Acme\n{\n    public partial class Initial : Migration\n    {\n        void Up() { }\n    }\n}\n';
const designer = `namespace Acme\n{\n${attributes}    partial class Initial\n    {\n    }\n}\n`;

function found(texts: Record<string, string>) {
  return migrationsBeside(workspaceOfTexts({ 'A.csproj': '', ...texts }), 'Db/XModelSnapshot.cs' as FilePath).map(
    ({ id, context, namespace, folder, code, designer }) => ({
      id,
      context,
      namespace,
      folder,
      code: code.path,
      designer: designer.path,
    }),
  );
}

const initial = { id: '20240101000000_Initial', context: 'Clients', namespace: 'Acme', folder: 'Db' };

describe('migrationsBeside', () => {
  it('goes by the attribute, whatever the files are called', () => {
    expect(found({ 'Db/Initial.cs': up, 'Db/Initial.Designer.cs': designer })).toEqual([
      { ...initial, code: 'Db/Initial.cs', designer: 'Db/Initial.Designer.cs' },
    ]);
    expect(found({ 'Db/20240101000000_Initial.cs': up, 'Db/Models/Initial.cs': designer })).toEqual([
      { ...initial, code: 'Db/20240101000000_Initial.cs', designer: 'Db/Models/Initial.cs' },
    ]);
  });

  it('takes a migration and its Designer in one file', () => {
    const merged = up.replace('    public', `${attributes}    public`);
    expect(found({ 'Db/First.cs': merged })).toEqual([{ ...initial, code: 'Db/First.cs', designer: 'Db/First.cs' }]);
  });

  it.each([
    ['on one line', '[DbContext(typeof(Acme.Clients))] [Migration("20240101000000_Initial")]'],
    ['in one list', '[DbContext(typeof(Clients)), Migration("20240101000000_Initial")]'],
    [
      'in full',
      '[DbContextAttribute(typeof(global::Acme.Clients))]\n[EF.MigrationAttribute(@"20240101000000_Initial")]',
    ],
    ['the other way round', '[Migration("20240101000000_Initial")]\n[DbContext(typeof(Clients))]'],
  ])('reads attributes %s, also with CRLF', (_how, text) => {
    const file = `namespace Acme;\n\n${text}\npublic partial class Initial : Migration { }\n`;
    for (const content of [file, file.replaceAll('\n', '\r\n')]) {
      expect(found({ 'Db/I.cs': content })).toMatchObject([{ ...initial, code: 'Db/I.cs' }]);
    }
  });

  it('finds the context on the other part of the class', () => {
    const parts = {
      'Db/Initial.cs': up.replace('    public', '    [DbContext(typeof(Clients))]\n    public'),
      'Db/Initial.Designer.cs': designer.replace('    [DbContext(typeof(Clients))]\n', ''),
    };
    expect(found(parts)).toMatchObject([{ ...initial, code: 'Db/Initial.cs' }]);
  });

  it('keeps an id that can’t be put in order', () => {
    const odd = ['Migration("Initial")', 'Migration(Ids.First)'].map((text) =>
      designer.replace('Migration("20240101000000_Initial")', text),
    );
    const all = migrationsBeside(
      workspaceOfTexts({ 'Db/A.cs': odd[0]!, 'Db/B.cs': odd[1]! }),
      'Db/XModelSnapshot.cs' as FilePath,
    );
    expect(all.map((migration) => [migration.id, isDated(migration)])).toEqual([
      ['Ids.First', false],
      ['Initial', false],
    ]);
  });

  it.each([
    ['a comment', designer.replace('[Migration', '// [Migration')],
    [
      'another library’s attribute',
      designer.replace('"20240101000000_Initial"', '20240101000000').replace('[DbContext(typeof(Clients))]', ''),
    ],
    ['a name alone', up],
  ])('passes over %s', (_what, text) => expect(found({ 'Db/20240101000000_Initial.cs': text })).toEqual([]));
});
