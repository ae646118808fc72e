import { CommandBlock } from '../../ui/prose/command-block.tsx';
import { Prose } from '../../ui/prose/prose.tsx';
import { useDesk } from '../desk/use-desk.ts';
import styles from './done.module.css';

export function Verify() {
  const { guide, analysis } = useDesk();
  const hosts = analysis.projects.filter(({ host }) => host !== 'library');
  const commands = (hosts.length > 0 ? hosts : analysis.projects).map(({ path }) => `dotnet build "${path}"`);
  return (
    <section aria-labelledby="verify" className={`${styles.column} ${styles.verify}`}>
      <h2 id="verify">Verify</h2>
      <Prose text={guide.steps.find(({ id }) => id === 'done')?.text ?? ''} />
      {commands.map((command) => (
        <CommandBlock key={command} text={command} />
      ))}
    </section>
  );
}
