import { Button, Input, SearchField } from 'react-aria-components';
import { Icon } from './icon.tsx';
import styles from './search-box.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function SearchBox({ label, value, onChange }: Props) {
  return (
    <SearchField aria-label={label} className={styles.box ?? ''} value={value} onChange={onChange}>
      <Icon name="search" />
      <Input className={styles.input ?? ''} placeholder={label} />
      <Button className={styles.clear ?? ''}>
        <Icon name="x" />
      </Button>
    </SearchField>
  );
}
