import { Screen } from '../shell/screen.tsx';
import styles from './about.module.css';

export function Component() {
  return (
    <Screen title="About this page">
      <div className={styles.about}>
        <section>
          <h2>Privacy</h2>
          <p>
            The page consists of static files. Your solution is read, searched and changed by a worker in this browser
            tab; no part of it, no name and no statistic is sent anywhere. The page’s own security policy forbids
            connections to any other address, and the tests fail on any request that isn’t for the page’s own files.
          </p>
          <p>
            So that a reload loses nothing, the input and your decisions are kept in this browser’s storage while the
            tab is open. They go when you close the tab and open the page again, or at once with “Forget this solution”.
          </p>
        </section>
        <section>
          <h2>What it doesn’t do</h2>
          <p>
            It doesn’t compile or run your code, doesn’t evaluate every MSBuild expression, and doesn’t connect to a
            database. What it didn’t look at or couldn’t read is listed in the overview and in the report.
          </p>
        </section>
        <section>
          <h2>Accessibility</h2>
          <p>
            Everything works with the keyboard; diffs are tables that say what is added and removed in words; states are
            told by sign and word, never by colour alone; light, dark and forced colours are supported.
          </p>
        </section>
        <section>
          <h2>Whose this is</h2>
          <p>
            An independent open-source project under the MIT licence. It isn’t affiliated with, endorsed by or supported
            by Duende Software; “Duende IdentityServer” is named only to say what it is for.
          </p>
        </section>
      </div>
    </Screen>
  );
}
