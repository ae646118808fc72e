import examples from 'virtual:rule-examples';
import { DiffView } from '../../ui/diff/diff-view.tsx';

export const hasExample = (rule: string) => rule in examples;

/** What the rule's first fix does in one of its own cases. */
export function Example({ rule }: { readonly rule: string }) {
  const example = examples[rule];
  return example ? <DiffView {...example} layout="unified" /> : null;
}
