import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostOf } from '../../../src/batch/queue/connection.js';
import { evalx, root } from '../../cli/run.js';
import { freePort, hasRedis, Redis, results } from './redis.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-access-'));
const at = (...names: string[]): string => join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => {
  mkdirSync(at('in'));
  copyFileSync(join(root, 'fixtures/families/f01-calc.pdf'), at('in', 'form.pdf'));
});

describe('the address of Redis', () => {
  it.each(['nowhere', 'http://host', 'redis://', '/tmp/redis.sock', 'redis://:50%zz@host', 'redis://:s3cret@ho st:1'])(
    'is not %s',
    (url) => {
      expect(() => hostOf(url)).toThrow(/^--redis takes a URL/);
    },
  );
  it('is told without user and password', () => {
    expect(hostOf('rediss://me:s3cret@host:6380/2')).toBe('host:6380');
  });
  it('comes with a name that a queue can have', async () => {
    const { code, stderr } = await evalx(['queue', 'status', '--redis', 'redis://host', '--name', 'a:b']);
    expect([code, stderr]).toEqual([2, 'evalx: queue: --name takes a name without colons\n']);
  });
});

describe.skipIf(!hasRedis)('passwords (skipped where redis-server is not installed)', { timeout: 60_000 }, () => {
  const PASSWORD = 'p@ss:w%rd/#?';
  const encoded = encodeURIComponent(PASSWORD);
  let redis: Redis;
  let host = '';
  beforeAll(async () => {
    const acl = ['--requirepass', PASSWORD, '--user', 'me', 'on', `>${PASSWORD}`, '~*', '&*', '+@all'];
    redis = await Redis.begin(...acl);
    host = `127.0.0.1:${redis.port}`;
  });
  afterAll(() => redis?.end());
  const status = (auth: string) => evalx(['queue', 'status', '--redis', `redis://${auth}${host}`]);

  it.each([`:${encoded}@`, `me:${encoded}@`, `default:${encoded}@`])('%s opens', async (auth) => {
    expect(await status(auth)).toMatchObject({ code: 0, stderr: '' });
  });

  it('work with add and work', async () => {
    const to = ['--redis', `redis://me:${encoded}@${host}`];
    expect((await evalx(['queue', 'add', at('in'), ...to])).code).toBe(0);
    expect(await evalx(['queue', 'work', '--out', at('out'), '--until-empty', ...to])).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(results(at('out'))).toHaveLength(1);
  });

  it.each([
    [':wr0ng@', /WRONGPASS/],
    [`nobody:${encoded}@`, /WRONGPASS/],
    ['', /NOAUTH/],
  ])('%s does not, and is not told', async (auth, why) => {
    for (const command of [['status'], ['add', at('in')], ['work', '--out', at('none'), '--until-empty']]) {
      const { code, stdout, stderr } = await evalx(['queue', ...command, '--redis', `redis://${auth}${host}`], {
        env: { EVALX_DEBUG: '1' },
      });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(
        /^evalx: queue: Redis at 127\.0\.0\.1:\d+ refuses \(.*\); check the user and the password in --redis\n$/,
      );
      expect(stderr).toMatch(why);
      expect(stderr).not.toMatch(/wr0ng|p@ss|p%40ss/);
    }
  });
});

/** Whether this Redis speaks TLS: a certificate, and a server that takes it. */
async function withTls(): Promise<{ redis: Redis; port: number } | null> {
  try {
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
    const files = ['-keyout', at('key.pem'), '-out', at('cert.pem')];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...files], {
      stdio: 'ignore',
    });
    const port = await freePort();
    const tls = ['--tls-port', String(port), '--tls-cert-file', at('cert.pem'), '--tls-key-file', at('key.pem')];
    return { port, redis: await Redis.begin(...tls, '--tls-auth-clients', 'no', '--requirepass', 's3cret') };
  } catch {
    return null;
  }
}

describe.skipIf(!hasRedis)('TLS (skipped where redis-server has none)', { timeout: 60_000 }, () => {
  let tls: Awaited<ReturnType<typeof withTls>> = null;
  beforeAll(async () => {
    tls = await withTls();
  });
  afterAll(() => tls?.redis.end());

  it('is spoken with rediss://', async ({ skip }) => {
    if (!tls) return skip();
    const to = ['--redis', `rediss://:s3cret@localhost:${tls.port}`];
    const env = { NODE_EXTRA_CA_CERTS: at('cert.pem') };
    expect(await evalx(['queue', 'add', at('in'), ...to], { env })).toMatchObject({ code: 0, stderr: '' });
    const work = ['queue', 'work', '--out', at('tls'), '--until-empty', ...to];
    expect(await evalx(work, { env })).toMatchObject({ code: 0, stderr: '' });
    expect(results(at('tls'))).toHaveLength(1);
  });

  it('is refused where the certificate is unknown, or the server speaks none', async ({ skip }) => {
    if (!tls) return skip();
    const unknown = await evalx(['queue', 'status', '--redis', `rediss://:s3cret@localhost:${tls.port}`]);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toMatch(
      /^evalx: queue: Redis cannot be reached at localhost:\d+ \(.*certificate.*\); is it running\?\n$/,
    );
    for (const url of [`rediss://:s3cret@127.0.0.1:${tls.redis.port}`, `redis://:s3cret@127.0.0.1:${tls.port}`]) {
      const { code, stderr } = await evalx(['queue', 'status', '--redis', url]);
      expect([code, stderr.split('\n').length]).toEqual([2, 2]);
      expect(stderr).not.toContain('s3cret');
    }
  });
});
