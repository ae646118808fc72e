import type { DiffLayout } from '../../ui/diff/diff-view.tsx';

const key = 'diff-layout';

export function storedLayout(): DiffLayout {
  try {
    return localStorage.getItem(key) === 'split' ? 'split' : 'unified';
  } catch {
    return 'unified'; // storage may be forbidden
  }
}

export function storeLayout(layout: DiffLayout): void {
  try {
    localStorage.setItem(key, layout);
  } catch {
    // It then holds for this finding.
  }
}
