// `node scripts/serve.mjs [folder] [port]`: a small static server for the built page. Needs nothing but Node.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './lib/run.mjs';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.zip': 'application/zip',
};

/** Serves a folder. A port that is taken makes way for the next free one; gives the address. */
export function serve({ folder = join(root, 'dist'), port = 4173, host = '127.0.0.1' } = {}) {
  const server = createServer((request, response) => answer(folder, request, response));
  return new Promise((resolve, reject) => {
    let next = port;
    server.on('error', (error) => {
      if (error.code === 'EADDRINUSE' && next < port + 20) server.listen(++next, host);
      else reject(error);
    });
    server.on('listening', () =>
      resolve({ server, address: `http://${host === '127.0.0.1' ? 'localhost' : host}:${server.address().port}/` }),
    );
    server.listen(next, host);
  });
}

function answer(folder, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405);
  const file = fileFor(folder, request.url ?? '/');
  if (!file) return end(response, 404);
  response.writeHead(200, {
    'Content-Type': types[extname(file.path).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': file.size,
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response);
}

function fileFor(folder, url) {
  const path = decoded(url.split(/[?#]/)[0]);
  if (path === null) return null;
  const place = normalize(join(folder, path));
  if (place !== normalize(folder) && !place.startsWith(normalize(folder + sep))) return null;
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.isFile() ? { path: place, size: found.size } : null;
  const index = statSync(join(place, 'index.html'), { throwIfNoEntry: false });
  return index?.isFile() ? { path: join(place, 'index.html'), size: index.size } : null;
}

function decoded(path) {
  try {
    const plain = decodeURIComponent(path);
    return plain.includes('\0') ? null : plain;
  } catch {
    return null;
  }
}

function end(response, status) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(status === 404 ? 'There is no such file.\n' : 'Only GET is answered.\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , folder, port] = process.argv;
  const { address } = await serve({ ...(folder && { folder }), ...(port && { port: Number(port) }) });
  console.log(address);
}
