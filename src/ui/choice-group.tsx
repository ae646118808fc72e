import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './choice-group.module.css';

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly note?: ReactNode;
}

interface Props {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
}

/** One of several honest choices, each on a line of its own. */
export function ChoiceGroup({ label, choices, value, onChange }: Props) {
  return (
    <RadioGroup className={styles.group ?? ''} value={value} onChange={onChange}>
      <Label className={styles.label ?? ''}>{label}</Label>
      {choices.map((choice) => (
        <Radio key={choice.value} value={choice.value} className={styles.choice ?? ''}>
          <span className={styles.ring} />
          <span className={styles.text}>
            <span>{choice.label}</span>
            {choice.note && <span className={styles.note}>{choice.note}</span>}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
