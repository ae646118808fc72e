import { Link } from 'react-router';
import type { Finding, Severity, StepId } from '../../engine/rules/finding.ts';
import { Badge } from '../../ui/badge.tsx';
import { Inline } from '../../ui/prose/prose.tsx';
import { Sign } from '../../ui/sign.tsx';
import { grouped } from '../desk/selection.ts';
import { useDesk } from '../desk/use-desk.ts';
import { count, severities, stepState } from '../desk/words.ts';
import styles from './overview.module.css';

export function Steps() {
  const { guide } = useDesk();
  return (
    <ol className={styles.steps}>
      {guide.steps
        .filter(({ id }) => id !== 'done')
        .map(({ id, title }) => (
          <Step key={id} id={id} title={title} />
        ))}
    </ol>
  );
}

function Step({ id, title }: { readonly id: StepId; readonly title: string }) {
  const { guide, analysis, decisions } = useDesk();
  const own = analysis.findings.filter(({ step }) => step === id);
  const { sign, word } = stepState(analysis.findings, decisions, id);
  return (
    <li className={styles.step}>
      <div className={styles.stepHead}>
        <Link to={`/${guide.id}/${id}`}>{title}</Link>
        <Sign kind={sign} word={word} />
      </div>
      {own.length > 0 && (
        <ul className={styles.rules}>
          {grouped(own, 'rule').map(({ key: rule, findings }) => (
            <li key={rule}>
              <Link to={`/${guide.id}/${id}?rule=${rule}`} className={styles.rule}>
                <Inline text={guide.ruleTitles.get(rule) ?? rule} />
              </Link>
              <span className={styles.ruleFacts}>
                <Severities findings={findings} />
                <span>{count(findings.length, 'place')}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Severities({ findings }: { readonly findings: readonly Finding[] }) {
  const present = (Object.keys(severities) as Severity[]).filter((severity) =>
    findings.some((finding) => finding.severity === severity),
  );
  return present.map((severity) => {
    const { word, ...look } = severities[severity];
    return (
      <Badge key={severity} {...look}>
        {word}
      </Badge>
    );
  });
}
