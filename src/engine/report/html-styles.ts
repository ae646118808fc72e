/** The report's own look, in light and dark: text at 4.5 : 1 or better on its ground. */
export const styles = `
:root { color-scheme: light dark; --page: #fafaf8; --surface: #fff; --sunken: #f1f1ee; --line: #dedfda; --text: #1b1c1f; --muted: #585c64; --accent: #2f5bd0; --danger: #b3261e; --warn: #8a5300; }
@media (prefers-color-scheme: dark) { :root { --page: #121315; --surface: #1a1b1e; --sunken: #0d0e10; --line: #2d3035; --text: #e9eaec; --muted: #a3a8b0; --accent: #8fabff; --danger: #ff9a92; --warn: #f0b860; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 64rem; padding: 24px 16px 48px; background: var(--page); color: var(--text); font: 14px/20px system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 28px; line-height: 36px; margin: 0 0 8px; }
h2 { font-size: 20px; line-height: 28px; margin: 32px 0 8px; }
h3 { font-size: 16px; line-height: 24px; margin: 0 0 4px; }
p, ul, ol, figure { margin: 0 0 8px; }
a { color: var(--accent); }
code, pre { font: 13px/20px ui-monospace, "Cascadia Code", Menlo, Consolas, monospace; }
pre { margin: 4px 0 0; padding: 8px; overflow-x: auto; white-space: pre; background: var(--sunken); border-radius: 6px; }
article { margin: 0 0 12px; padding: 12px; background: var(--surface); border: 1px solid var(--line); border-radius: 6px; }
.facts, figcaption, .safety, footer { color: var(--muted); }
.severity { font-weight: 600; }
.severity.breaks-build, .severity.breaks-run { color: var(--danger); }
.severity.changes-behaviour, .caution { color: var(--warn); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 4px 8px; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
@media print { article { break-inside: avoid; } pre { white-space: pre-wrap; } }
`;
