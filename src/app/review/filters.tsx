import { Button } from '../../ui/button.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Select } from '../../ui/select.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import type { View } from '../desk/selection.ts';
import { useAddress } from '../desk/use-address.ts';
import { useDesk } from '../desk/use-desk.ts';
import { fileName, findingStates, plain } from '../desk/words.ts';
import styles from './filters.module.css';

const states = [
  { value: 'all', label: 'All' },
  ...Object.entries(findingStates).map(([value, { word }]) => ({ value, label: word })),
];

interface Props {
  readonly view: View;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly shown: number;
  readonly total: number;
}

/** What the list shows and how it is grouped. All of it is in the address but what is searched: that may be source text. */
export function Filters({ view, search, onSearch, shown, total }: Props) {
  const { guide } = useDesk();
  const change = useAddress();
  const set = (name: string, value: string | null) => change({ [name]: value });
  return (
    <div className={styles.filters}>
      <SearchBox label="Search titles, files and code" value={search} onChange={onSearch} />
      <div className={styles.row}>
        <Select
          label="Show"
          options={states}
          value={view.state ?? 'all'}
          onChange={(state) => set('state', state === 'all' ? null : state)}
        />
        <ToggleGroup
          label="Group by"
          options={[
            { value: 'rule', label: 'Rules' },
            { value: 'file', label: 'Files' },
          ]}
          value={view.by}
          onChange={(by) => set('by', by === 'rule' ? null : by)}
        />
      </div>
      {view.rule && (
        <Button icon="x" onPress={() => set('rule', null)}>
          Only: {plain(guide.ruleTitles.get(view.rule) ?? view.rule)}
        </Button>
      )}
      {view.file && (
        <Button icon="x" onPress={() => set('file', null)}>
          Only in {fileName(view.file)}
        </Button>
      )}
      {shown < total && (
        <p className={styles.shown}>
          {shown} of {total} shown
        </p>
      )}
    </div>
  );
}
