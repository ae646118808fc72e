import type { Project } from '../project.ts';

/** What only tests use; their hosts and stores are stand-ins. */
export const isTestProject = ({ packages }: Project): boolean =>
  packages.some(({ id }) => /^(Microsoft\.NET\.Test\.Sdk|xunit|NUnit|MSTest)(\.|$)/i.test(id));
