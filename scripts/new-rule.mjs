// npm run new-rule <guide> <rule-id>: a rule's folder from the template. Globs find it; nothing else needs to know.
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const usage =
  'usage: npm run new-rule <guide> <rule-id>, for example: npm run new-rule v6_2-to-v6_3 logout-token-typ-changed';

const [guide, id, rootOption] = process.argv.slice(2);
const root = resolve(rootOption ?? fileURLToPath(new URL('..', import.meta.url)));

if (!guide || !id) fail(usage);
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
  fail(`"${id}" is not kebab-case. A rule is named after what changed: logout-token-typ-changed`);

const guideFolder = join(root, 'src/guides', guide);
if (!existsSync(join(guideFolder, 'guide.ts'))) fail(`There is no guide ${guide} in src/guides.`);

const folder = join(guideFolder, 'rules', id);
if (existsSync(folder)) fail(`There is a rule ${id} already.`);

cpSync(fileURLToPath(new URL('template-rule', import.meta.url)), folder, { recursive: true });
for (const name of ['rule.ts', 'README.md']) {
  const file = join(folder, name);
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('__RULE_ID__', id));
}

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
  statSync(join(folder, path)).isFile(),
);
process.stdout.write(
  `src/guides/${guide}/rules/${id}\n${files.map((path) => `  ${path.replaceAll('\\', '/')}`).join('\n')}\n
Next: say in rule.ts what is found, add a case for it, name the items it covers, take those out of \`unruled\` in coverage.ts,
and run: npx vitest run src/guides -t ${id}\n`,
);

/** @returns {never} */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
