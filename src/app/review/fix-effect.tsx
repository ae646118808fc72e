import type { Finding, Fix } from '../../engine/rules/finding.ts';
import { CommandBlock } from '../../ui/prose/command-block.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { FixDiff } from './fix-diff.tsx';

/** What a fix does to the files; where scripts come with it or with the finding, they stand beside it. */
export function FixEffect({ finding, fix }: { readonly finding: Finding; readonly fix: Fix | null }) {
  const scripts = fix?.scripts ?? finding.scripts ?? [];
  const edit = fix && <FixDiff finding={finding.id} fix={fix} />;
  if (scripts.length === 0) return edit;
  return (
    <Tabs
      label="The edit and its scripts"
      tabs={[
        ...(edit ? [{ id: 'edit', title: 'Edit', content: edit }] : []),
        ...scripts.map(({ name, title, text }) => ({ id: name, title, content: <CommandBlock text={text} /> })),
      ]}
    />
  );
}
