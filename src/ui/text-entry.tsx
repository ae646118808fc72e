import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { Button } from './button.tsx';
import styles from './text-entry.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly onEnter: (value: string) => void;
}

/** A line of text that counts once it is entered, not while it is typed. */
export function TextEntry({ label, value, note, onEnter }: Props) {
  const [text, setText] = useState(value);
  return (
    <form
      className={styles.entry}
      onSubmit={(event) => {
        event.preventDefault();
        onEnter(text.trim());
      }}
    >
      <TextField className={styles.field ?? ''} value={text} onChange={setText}>
        <Label className={styles.label ?? ''}>{label}</Label>
        <Input className={styles.input ?? ''} />
      </TextField>
      <Button type="submit">Answer</Button>
      {note && <span className={styles.note}>{note}</span>}
    </form>
  );
}
