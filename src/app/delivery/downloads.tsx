import type { StepId } from '../../engine/rules/finding.ts';
import type { Delivery } from '../../engine/upgrade.ts';
import { Button } from '../../ui/button.tsx';
import { CommandBlock } from '../../ui/prose/command-block.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { stepName } from '../desk/words.ts';
import styles from './done.module.css';
import { baseName, save, sizeOf } from './save.ts';
import type { Prepared } from './use-delivery.ts';

export function Downloads({ prepared }: { readonly prepared: Prepared }) {
  return (
    <section aria-labelledby="take-home" className={`${styles.column} ${styles.home}`}>
      <h2 id="take-home">Take home</h2>
      {prepared.kind === 'preparing' && <p role="status">Putting it together …</p>}
      {prepared.kind === 'failed' && <p role="alert">It could not be put together: {prepared.why}</p>}
      {prepared.kind === 'ready' && <Files delivery={prepared.delivery} />}
    </section>
  );
}

function Files({ delivery }: { readonly delivery: Delivery }) {
  const { analysis } = useDesk();
  const { archive, patch, reversePatch, applyCommand, stepPatches, sql, report } = delivery;
  const name = baseName(analysis.input.name);
  return (
    <ul className={styles.files}>
      <File name={archive.name} content={archive.bytes} type="application/zip" note="the upgraded solution" isFirst />
      <File
        name={`${name}.patch`}
        content={patch}
        type="text/x-diff"
        note={patch.length === 0 ? 'empty: nothing is accepted' : 'for git apply'}
      />
      {patch.length > 0 && (
        <li>
          <CommandBlock text={applyCommand} />
        </li>
      )}
      <File name={`${name}.reverse.patch`} content={reversePatch} type="text/x-diff" note="takes it all back" />
      {stepPatches.length > 1 && <StepPatches name={name} patches={stepPatches} />}
      {sql.map((script) => (
        <File key={script.name} name={script.name} content={script.text} type="application/sql" note="schema script" />
      ))}
      <File name={`${name}.report.html`} content={report.html} type="text/html" note="report to read" />
      <File
        name={`${name}.report.md`}
        content={report.markdown}
        type="text/markdown"
        note="report for a pull request"
      />
      <File name={`${name}.report.json`} content={report.json} type="application/json" note="report for programs" />
    </ul>
  );
}

/** For those who want a commit for each step: the same edits, in parts. */
function StepPatches({ name, patches }: { readonly name: string; readonly patches: Delivery['stepPatches'] }) {
  const { guide } = useDesk();
  const ordinal = (step: StepId) => guide.steps.findIndex(({ id }) => id === step) + 1;
  return (
    <li>
      <details>
        <summary>The same patch step by step, to be applied in this order</summary>
        <ul className={styles.files}>
          {patches.map(({ step, patch }) => (
            <File
              key={step}
              name={`${name}.${ordinal(step)}-${step}.patch`}
              content={patch}
              type="text/x-diff"
              note={stepName(step)}
            />
          ))}
        </ul>
      </details>
    </li>
  );
}

interface FileProps {
  readonly name: string;
  readonly content: Uint8Array | string;
  readonly type: string;
  readonly note: string;
  readonly isFirst?: boolean;
}

function File({ name, content, type, note, isFirst = false }: FileProps) {
  return (
    <li className={styles.file}>
      <Button tone={isFirst ? 'primary' : 'plain'} icon="download" onPress={() => save(name, content, type)}>
        {name}
      </Button>
      <span className={styles.note}>
        {note} · {sizeOf(content)}
      </span>
    </li>
  );
}
