import type { Place } from '../../csharp/index-types.ts';
import type { Facts } from '../facts.ts';
import type { Project } from '../project.ts';

/** What only tests use; their hosts and stores are stand-ins. */
export const isTestProject = ({ packages }: Project): boolean =>
  packages.some(({ id }) => /^(Microsoft\.NET\.Test\.Sdk|xunit|NUnit|MSTest)(\.|$)/i.test(id));

/** Whether only test projects compile the place. */
export const isInTests = ({ projects }: Pick<Place, 'projects'>, facts: Facts): boolean =>
  projects.length > 0 &&
  projects.every((path) => facts.projects.some((project) => project.path === path && isTestProject(project)));
