import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Finding } from '../../engine/rules/finding.ts';
import { Breakable } from '../../ui/breakable.tsx';
import { Inline } from '../../ui/prose/prose.tsx';
import { useDesk } from './use-desk.ts';
import { placeOf } from './words.ts';

interface Props {
  readonly finding: Finding;
  readonly children?: ReactNode; // else its title and place
}

/** Leads to a finding wherever it is. */
export function FindingLink({ finding, children }: Props) {
  const { guide } = useDesk();
  return (
    <Link to={`/${guide.id}/${finding.step}?finding=${encodeURIComponent(finding.id)}`}>
      {children ?? (
        <>
          <Inline text={finding.title} /> (<Breakable text={placeOf(finding)} />)
        </>
      )}
    </Link>
  );
}
