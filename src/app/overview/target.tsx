import { setTarget } from '../../store/session.ts';
import { Inline } from '../../ui/prose/prose.tsx';
import { Select } from '../../ui/select.tsx';
import { useDesk } from '../desk/use-desk.ts';
import styles from './overview.module.css';

export function Target() {
  const { guide, analysis } = useDesk();
  const note = guide.targets.find(({ version }) => version === analysis.target)?.note;
  return (
    <section aria-labelledby="target" className={styles.section}>
      <h2 id="target">Target version</h2>
      <Select
        label="Upgrade to"
        value={analysis.target}
        onChange={setTarget}
        options={guide.targets.toReversed().map(({ version, note: about }) => ({
          value: version,
          label: version === guide.defaultTarget ? `${version} (suggested)` : version,
          note: about,
        }))}
      />
      {note && (
        <p>
          <Inline text={note} />
        </p>
      )}
    </section>
  );
}
