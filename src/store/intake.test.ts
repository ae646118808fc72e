import { describe, expect, it } from 'vitest';
import { intakeOfFiles } from './intake.ts';

const file = (name: string, webkitRelativePath = '') =>
  Object.assign(new File(['x'], name), webkitRelativePath ? { webkitRelativePath } : {});

describe('intakeOfFiles', () => {
  it('takes a zip for an archive', () => {
    expect(intakeOfFiles([file('Shop.zip')])).toMatchObject({ kind: 'archive', name: 'Shop.zip' });
  });

  it('takes one project file as it is', () => {
    expect(intakeOfFiles([file('Host.csproj')])).toMatchObject({ kind: 'files', name: 'Host.csproj' });
  });

  it('counts several files', () => {
    expect(intakeOfFiles([file('Host.csproj'), file('Program.cs')])).toMatchObject({ kind: 'files', name: '2 files' });
  });

  it('names a folder and gives the paths below it', () => {
    const intake = intakeOfFiles([file('A.cs', 'Shop/src/A.cs'), file('Shop.sln', 'Shop/Shop.sln')]);
    expect(intake).toMatchObject({ kind: 'folder', name: 'Shop', files: [{ path: 'src/A.cs' }, { path: 'Shop.sln' }] });
  });

  it('makes nothing of nothing', () => {
    expect(intakeOfFiles([])).toBeNull();
  });
});
