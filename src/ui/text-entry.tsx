import { useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { Button } from './button.tsx';
import styles from './text-entry.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly objectionTo: (text: string) => string | null; // said at the field, and the text isn't entered
  readonly onEnter: (value: string) => void;
}

/** A line of text that counts once it is entered, not while it is typed. */
export function TextEntry({ label, value, note, objectionTo, onEnter }: Props) {
  const [text, setText] = useState(value);
  return (
    <form
      className={styles.entry}
      onSubmit={(event) => {
        event.preventDefault();
        onEnter(text.trim());
      }}
    >
      <TextField
        className={styles.field ?? ''}
        value={text}
        onChange={setText}
        validate={(typed) => objectionTo(typed.trim())}
      >
        <Label className={styles.label ?? ''}>{label}</Label>
        <Input className={styles.input ?? ''} />
        <FieldError className={styles.error ?? ''} />
      </TextField>
      <Button type="submit">Answer</Button>
      {note && <span className={styles.note}>{note}</span>}
    </form>
  );
}
