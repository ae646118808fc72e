import type { ProjectSummary } from '../../engine/analysis.ts';
import { Scroller } from '../../ui/scroller.tsx';
import { useDesk } from '../desk/use-desk.ts';
import styles from './overview.module.css';

const hosts: Readonly<Record<ProjectSummary['host'], string>> = {
  'web-application': 'web application',
  'generic-host': 'generic host',
  'web-host': 'web host',
  library: 'library',
  unknown: 'not known',
};

export function Projects() {
  const { analysis } = useDesk();
  if (analysis.projects.length === 0) {
    return <p>No project file came with this: the product is presumed, and no finding is more than likely.</p>;
  }
  return (
    <Scroller label="Projects">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Project</th>
            <th scope="col">Target</th>
            <th scope="col">Host</th>
            <th scope="col">Package</th>
            <th scope="col">Version</th>
            <th scope="col">Declared in</th>
          </tr>
        </thead>
        {analysis.projects.map((project) => (
          <tbody key={project.path}>
            <ProjectRows project={project} />
          </tbody>
        ))}
      </table>
    </Scroller>
  );
}

function ProjectRows({ project }: { readonly project: ProjectSummary }) {
  const { packages } = project;
  const span = Math.max(1, packages.length);
  const [first, ...others] = packages;
  return (
    <>
      <tr>
        <th scope="rowgroup" rowSpan={span}>
          <code>{project.path}</code>
        </th>
        <td rowSpan={span}>{project.targetFrameworks.join(', ')}</td>
        <td rowSpan={span}>{hosts[project.host]}</td>
        {first ? <PackageCells use={first} /> : <td colSpan={3}>through its references</td>}
      </tr>
      {others.map((use) => (
        <tr key={`${use.id} ${use.declaredIn} ${use.line}`}>
          <PackageCells use={use} />
        </tr>
      ))}
    </>
  );
}

function PackageCells({ use }: { readonly use: ProjectSummary['packages'][number] }) {
  return (
    <>
      <td>{use.id}</td>
      <td>{use.version ?? 'could not be told'}</td>
      <td>
        <code>
          {use.declaredIn}:{use.line}
        </code>
      </td>
    </>
  );
}
