import type { Guide } from '../engine/rules/guide.ts';

export const helpText = ({
  from,
  to,
  targets,
  defaultTarget,
}: Guide) => `Upgrades a Duende IdentityServer solution from ${from} to ${to}, edit by edit. Nothing leaves this machine.

  npm run -s cli -- INPUT... [options]
  node dist-cli/upgrade.mjs INPUT... [options]

INPUT is a .zip, a folder, or one or more single files (.csproj, .props, .targets, .cs, .json, packages.config).

  --to VERSION              target version (${defaultTarget}); one of ${targets.map(({ version }) => version).join(', ')}
  --accept safe|all|none    which first fixes to accept (safe)
  --decisions FILE          JSON { "<finding id>": "<fix id>" | "decline" | "by-hand" }; goes before --accept
  --answer ID[@PROJECT]=VALUE   answers a question, for one project or for all; repeatable
  --out FILE.zip            the upgraded solution
  --out-dir DIR             the same, into a new or empty folder
  --patch FILE              for git apply, from the original to the upgraded solution
  --reverse-patch FILE      and back
  --sql DIR                 SQL for the clients table, there and back, into this folder
  --report FILE             .json, .md or .html by its name; repeatable
  --quiet                   no summary and no progress
  --no-color                plain text
  --help, --version

Without --out or --out-dir nothing is written but patches, SQL and reports.
Exit codes: 0 done · 1 done, something is left for you · 2 the command was wrong · 3 the input is nothing to upgrade · 4 a mistake of ours
`;
