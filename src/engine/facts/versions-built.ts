import type { FilePath } from '../workspace/file-path.ts';
import type { Facts } from './facts.ts';
import { isFamily } from './projects/family.ts';
import { compareNumbers } from './version-level.ts';

/** Whether one of the projects is built against the old version and the new one: by framework, or by a condition. */
export const buildsBoth = (projects: readonly FilePath[], facts: Facts): boolean =>
  facts.projects
    .filter(({ path }) => projects.includes(path))
    .some(({ packages }) => {
      const isNew = packages
        .filter(({ id, version }) => isFamily(id) && version !== null && /\d/.test(version))
        .map(({ version }) => compareNumbers(version!, '6.3') >= 0);
      return isNew.includes(true) && isNew.includes(false);
    });
