import styles from './sign.module.css';

const signs = { done: '✓', open: '○', none: '–', attention: '!', off: '✕' } as const;

export type SignKind = keyof typeof signs;

/** A state, told by a sign; the word stands beside it or is given here for those who don't see the sign. */
export function Sign({ kind, word }: { readonly kind: SignKind; readonly word?: string }) {
  return (
    <span className={`${styles.sign} ${styles[kind]}`}>
      <span aria-hidden="true" className={styles.mark}>
        {signs[kind]}
      </span>
      {word && <span>{word}</span>}
    </span>
  );
}
