import type { Input, InputFile } from '../engine/upgrade.ts';
import type { Intake, IntakeFile } from './protocol.ts';

export async function readInput(intake: Intake): Promise<Input> {
  switch (intake.kind) {
    case 'archive':
      return { kind: 'archive', name: intake.name, bytes: await bytesOf(intake.file) };
    case 'folder':
      return { kind: 'folder', name: intake.name, files: await Promise.all(intake.files.map(readFile)) };
    case 'files':
      return { kind: 'files', files: await Promise.all(intake.files.map(readFile)) };
  }
}

const readFile = async ({ path, file }: IntakeFile): Promise<InputFile> => ({
  path,
  bytes: await bytesOf(file),
  modified: new Date(file.lastModified),
});

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
