import type { Evidence } from '../../engine/rules/finding.ts';
import { Excerpt } from '../../ui/excerpt.tsx';
import { Inline } from '../../ui/prose/prose.tsx';
import styles from './evidence-list.module.css';

export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  return (
    <ul className={styles.list}>
      {evidence.map((place) => (
        <li key={`${place.path} ${place.span.start} ${place.because}`}>
          <p>
            <code>
              {place.path}:{place.line}
            </code>{' '}
            <Inline text={place.because} />
          </p>
          <Excerpt path={place.path} firstLine={place.line} text={place.excerpt} marks={marksOf(place)} />
        </li>
      ))}
    </ul>
  );
}

/** Columns count from 1; a span over several lines covers the middle ones whole. */
function marksOf({ excerpt, line, column, endLine, endColumn }: Evidence) {
  return excerpt.split('\n').map((text, at) => {
    const start = at === 0 ? column - 1 : 0;
    const end = line + at === endLine ? endColumn - 1 : text.length;
    return line + at <= endLine && end > start && (start > 0 || end < text.length) ? [{ start, end }] : [];
  });
}
