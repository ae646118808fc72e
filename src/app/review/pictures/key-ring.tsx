import type { KeyNames } from '../../../engine/rules/finding.ts';
import styles from './key-ring.module.css';

const verdicts = {
  same: { sign: '=', text: 'The same name: the keys fit' },
  different: { sign: '≠', text: 'Another name: the keys don’t fit' },
  open: { sign: '?', text: 'Not known yet whether the keys fit' },
} as const;

/** Two deployments, the name each looks for, and the key ring between them. */
export function KeyRing({ names: { before, after, keptIn, outcome } }: { readonly names: KeyNames }) {
  const { sign, text } = verdicts[outcome];
  return (
    <figure className={styles.picture}>
      <Deployment title="Runs now" name={before} />
      <div className={`${styles.ring} ${styles[outcome]}`}>
        <span className={styles.sign} aria-hidden="true">
          {sign}
        </span>
        <span>key ring in {keptIn}</span>
      </div>
      <Deployment title="Will run" name={after} />
      <figcaption>{text}</figcaption>
    </figure>
  );
}

const Deployment = ({ title, name }: { readonly title: string; readonly name: string | null }) => (
  <div className={styles.deployment}>
    <strong>{title}</strong>
    <span>looks under</span>
    {name === null ? <span>a name that is not known</span> : <code>{name === '' ? '(no name)' : name}</code>}
  </div>
);
