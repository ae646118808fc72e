import {
  ArrowLeft,
  ArrowRight,
  Check,
  ChevronLeft,
  ChevronRight,
  Copy,
  Download,
  ExternalLink,
  File,
  Files,
  FolderOpen,
  Keyboard,
  type LucideIcon,
  Monitor,
  Moon,
  PackageOpen,
  Redo2,
  RotateCcw,
  Search,
  Sun,
  Undo2,
  X,
} from 'lucide-react';

const icons = {
  'arrow-left': ArrowLeft,
  'arrow-right': ArrowRight,
  check: Check,
  'chevron-left': ChevronLeft,
  'chevron-right': ChevronRight,
  copy: Copy,
  dark: Moon,
  download: Download,
  external: ExternalLink,
  file: File,
  files: Files,
  folder: FolderOpen,
  keyboard: Keyboard,
  light: Sun,
  redo: Redo2,
  restart: RotateCcw,
  sample: PackageOpen,
  search: Search,
  system: Monitor,
  undo: Undo2,
  x: X,
} satisfies Record<string, LucideIcon>;

export type IconName = keyof typeof icons;

/** Always beside a word, or in a control that has a name of its own. */
export function Icon({ name }: { readonly name: IconName }) {
  const Drawing = icons[name];
  return <Drawing className="icon" size={16} strokeWidth={1.75} aria-hidden="true" />;
}
