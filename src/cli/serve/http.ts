import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server for one person on one machine: bound to 127.0.0.1, under an address that nobody can guess, for its own pages alone. */

export interface Answer {
  readonly status: number;
  readonly type: 'text/html; charset=utf-8' | 'application/json' | 'text/plain; charset=utf-8';
  readonly body: string;
}

export interface Question {
  readonly method: string;
  /** Behind the token, decoded, without the slash at its begin. */
  readonly path: string;
  /** What is sent with it. @throws {TooLarge} */
  readonly body: (limit: number) => Promise<Buffer>;
}

export type Site = (question: Question) => Promise<Answer>;

/** More was sent than is taken. */
export class TooLarge extends Error {}

export interface Served {
  /** The address of the site, with its token. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Begins to serve; `port` 0 is any that is free. @throws where the port is taken. */
export async function serve(site: Site, port: number, token = randomBytes(24).toString('base64url')): Promise<Served> {
  const server = createServer({ requestTimeout: 120_000 }, (request, response) => {
    answer(site, request, token, () => (server.address() as AddressInfo).port)
      .catch(() => plain(500, 'error'))
      .then((given) => send(response, given))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const own = (server.address() as AddressInfo).port;
  return {
    address: `http://127.0.0.1:${own}/${token}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
      }),
  };
}

/** What is being answered may go on for so long when the server ends. */
const GRACE_MS = 2000;

const plain = (status: number, body: string): Answer => ({ status, type: 'text/plain; charset=utf-8', body });

async function answer(site: Site, request: IncomingMessage, token: string, port: () => number): Promise<Answer> {
  if (!isOwn(request, port())) return plain(403, 'forbidden');
  const path = pathOf(request.url ?? '', token);
  if (path === null) return plain(404, 'not found');
  return site({ method: request.method ?? 'GET', path, body: (limit) => bodyOf(request, limit) });
}

/**
 * Whether a request comes from a page of ours, or was typed. Another name for this machine would mean that a page of somebody else
 * leads here (DNS rebinding); another origin, that such a page asks.
 */
function isOwn({ headers }: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (headers.host === undefined || !hosts.includes(headers.host)) return false;
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${headers.host}`) return false;
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** What stands behind the token; null where that is not the right one. */
function pathOf(url: string, token: string): string | null {
  const [, given = '', ...rest] = (url.split(/[?#]/u)[0] ?? '').split('/');
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  if (a.length !== b.length || !timingSafeEqual(a, b)) return null;
  try {
    return rest.map(decodeURIComponent).join('/');
  } catch {
    return null;
  }
}

async function bodyOf(request: IncomingMessage, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > limit) throw new TooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

function send(response: ServerResponse, { status, type, body }: Answer): void {
  const close = status === 413 ? { connection: 'close' } : {};
  response.writeHead(status, { ...HEADERS, ...close, 'content-type': type });
  response.end(body);
}
