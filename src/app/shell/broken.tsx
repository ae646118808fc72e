import { useRouteError } from 'react-router';

/** When a screen itself fails: nothing decided is lost, it is kept for the reload. */
export function Broken() {
  const error = useRouteError();
  return (
    <main>
      <h1>This screen stopped with an error of ours</h1>
      <p>
        Nothing you decided is lost: reload the page to go on where you were. If it stops again, please report this:
      </p>
      <pre>{error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error)}</pre>
      <p>
        <a href="#/">To the start</a>
      </p>
    </main>
  );
}
