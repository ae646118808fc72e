// `npm start`: installs, builds and serves the page, and opens it where there is a browser.
import { spawn } from 'node:child_process';
import { checkNode, fail, install } from './lib/install.mjs';
import { newest } from './lib/newest.mjs';
import { runTool } from './lib/run.mjs';
import { serve } from './serve.mjs';

const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

checkNode();
await install();
if (newest(['dist/index.html']) <= newest(sources)) {
  console.log('Building the page …');
  if ((await runTool('vite', ['build', '--logLevel', 'error'])) !== 0) fail('The build failed; see above.');
}
const { address } = await serve({ port: Number(process.env.PORT) || 4173 });
console.log(`The wizard is at ${address} (Ctrl+C ends it).`);
openBrowser(address);

/** As the system opens a link. Without a desktop nothing happens: the address is on the screen. */
function openBrowser(url) {
  if (process.env.CI || process.env.BROWSER === 'none') return;
  const isLinux = process.platform !== 'win32' && process.platform !== 'darwin';
  if (isLinux && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const [command, args] =
    process.platform === 'win32'
      ? ['cmd', ['/c', 'start', '""', url]]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', [url]];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
