import { CopyButton } from '../copy-button.tsx';
import styles from './prose.module.css';

/** Lines to be copied as they are. */
export function CommandBlock({ text }: { readonly text: string }) {
  return (
    <div className={styles.code}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
      <CopyButton text={text} />
    </div>
  );
}
