// The page's files, as they lie in the folder beside this one.
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { send } from './respond.ts';

const folder = fileURLToPath(new URL('../page/', import.meta.url));

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

/** Serves `/` and `/page/*`; false if the path is neither or there is no such file. */
export async function answerStatic(path: string, response: ServerResponse): Promise<boolean> {
  const name = path === '/' ? 'index.html' : /^\/page\/(.+)$/.exec(path)?.[1];
  const contentType = name === undefined ? undefined : contentTypes[extname(name)];
  if (name === undefined || contentType === undefined) return false;
  const file = normalize(join(folder, decodeURIComponent(name)));
  if (!file.startsWith(folder)) return false;
  const body = await readFile(file).catch(() => null);
  if (!body) return false;
  send(response, 200, contentType, body);
  return true;
}
