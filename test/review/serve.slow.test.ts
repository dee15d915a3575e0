import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evalx, root } from '../cli/run.js';
import { hasBrowser, launch, open } from './browser.js';

const FORM = join(root, 'fixtures/families/f05-pdfkit.pdf');
const SCORE = '/reports/1/indicators/4/score';

const folder = mkdtempSync(join(tmpdir(), 'evalx-serve-'));
const [inputs, out] = [join(folder, 'in'), join(folder, 'out')];
let child: ChildProcess;
let address: string;

beforeAll(async () => {
  const { mkdirSync } = await import('node:fs');
  mkdirSync(inputs);
  copyFileSync(FORM, join(inputs, 'form.pdf'));
  ({ child, address } = await begin());
});
afterAll(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Starts a server and waits for its address. */
async function begin(): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [join(root, 'bin/evalx.js'), 'review', inputs, '--serve', '--out', out], {
    env: { PATH: process.env['PATH'] ?? '', EVALX_OCR_ENGINE: 'none' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (text) => {
      said += text;
      const found = /http:\/\/\S+/u.exec(said)?.[0];
      if (found) resolve(found);
    });
    child.on('exit', () => reject(new Error(said)));
  });
  return { child, address };
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Asks for a path as it is written, which fetch would tidy up. */
function ask(
  path: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<{ status: number; text: string }> {
  const { port } = new URL(address);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const own = (path: string): string => new URL(address).pathname + path;

/** Asks until it is so. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 100));
}

const listed = (name: string) => until(async () => (await ask(own(''))).text.includes(`"name":"${name}"`));

describe('the server of reviews', () => {
  it('gives its pages to whoever knows the address, and nothing else', async () => {
    await listed('form.pdf');
    expect((await ask(own('form.pdf.html'))).status).toBe(200);
    for (const path of [
      '/',
      '/x/',
      `${new URL(address).pathname.slice(0, -2)}/`,
      own('in/form.pdf'),
      own('corrections.json'),
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
    for (const path of ['../in/form.pdf', '%2e%2e/in/form.pdf', '..%2fin%2fform.pdf', 'form.pdf', '%00'])
      expect([path, (await ask(own(path))).status]).toEqual([path, 404]);
  });

  it.each([
    ['another name of this machine', { host: 'evil.example:80' }],
    ['no port', { host: '127.0.0.1' }],
    ['another origin', { origin: 'http://evil.example' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['no origin at all', { origin: 'null' }],
  ])('refuses %s', async (_, headers) => {
    expect((await ask(own(''), { headers })).status).toBe(403);
    expect((await ask(own('corrections'), { method: 'PUT', headers, body: '{}' })).status).toBe(403);
  });

  it('takes no other method, and no other content', async () => {
    expect((await ask(own(''), { method: 'DELETE' })).status).toBe(405);
    expect((await ask(own('corrections'), { method: 'PUT', body: 'x' })).status).toBe(400);
    const foreign = { schemaVersion: '1', hashes: [], accepted: [], corrections: [correction('0'.repeat(64))] };
    expect((await ask(own('corrections'), { method: 'PUT', body: JSON.stringify(foreign) })).status).toBe(400);
    expect(existsSync(join(out, 'corrections.json'))).toBe(false);
  });

  it('is bound to this machine alone', async () => {
    expect(new URL(address).hostname).toBe('127.0.0.1');
    expect(new URL(address).pathname.length).toBeGreaterThan(30);
  });

  it('writes corrections before it answers, and the tables after; an end loses nothing', async () => {
    const document = JSON.parse((await evalx(['parse', FORM])).stdout);
    const { sha256 } = document.source;
    const body = JSON.stringify({
      schemaVersion: '1',
      hashes: [sha256],
      accepted: [],
      corrections: [correction(sha256)],
    });
    const answer = await ask(own('corrections'), { method: 'PUT', body });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { file: join(out, 'corrections.json') }]);
    expect(JSON.parse(readFileSync(join(out, 'corrections.json'), 'utf8')).corrections).toEqual([correction(sha256)]);
    const ended = new Promise((resolve) => child.on('exit', resolve));
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(readFileSync(join(out, 'tables/indicators.csv'), 'utf8')).toContain(',9.57,');
    expect((await evalx(['validate', FORM, '--corrections', join(out, 'corrections.json')])).code).toBe(0);
    ({ child, address } = await begin());
    await listed('form.pdf');
    expect((await ask(own('form.pdf.html'))).text).toContain('"new":9.57');
  });

  it('takes PDFs, under names of their own, and says what is wrong with one', async () => {
    const bytes = readFileSync(FORM);
    const post = (name: string, body: Uint8Array) =>
      ask(own(`inputs/${encodeURIComponent(name)}`), { method: 'POST', body });
    expect(JSON.parse((await post('../../新表.pdf', bytes)).text)).toEqual({ name: '新表.pdf' });
    expect(JSON.parse((await post('新表.pdf', bytes)).text)).toEqual({ name: '新表-2.pdf' });
    const bad = await post('bad.pdf', Buffer.from('no PDF'));
    expect(bad.status).toBe(422);
    expect(JSON.parse(bad.text).error).toContain('this is not a PDF');
    expect((await ask(own(`inputs/${encodeURIComponent('新表.pdf')}.html`))).status).toBe(200);
    expect(existsSync(join(folder, '新表.pdf'))).toBe(false);
  });

  it('finds what is put into the folder', async () => {
    copyFileSync(FORM, join(inputs, 'later.pdf'));
    await listed('later.pdf');
    expect((await ask(own('later.pdf.html'))).status).toBe(200);
  });

  it.runIf(hasBrowser)('is saved to from the page as one goes', async () => {
    const browser = await launch();
    try {
      const { page, troubles } = await open(browser, `${address}form.pdf.html`, `#${SCORE}`);
      await page.locator('#value').fill('3');
      await page.locator('.editor button[type="submit"]').click();
      await page.locator('.told', { hasText: 'saved in' }).waitFor();
      const { corrections } = JSON.parse(readFileSync(join(out, 'corrections.json'), 'utf8'));
      expect(corrections).toMatchObject([{ path: SCORE, old: 8.57, new: 3 }]);
      expect(await page.locator('.progress').textContent()).toContain('1 corrected');
      expect(troubles).toEqual([]);
      await page.goto(address);
      expect(await page.locator('tr', { hasText: 'form.pdf' }).first().textContent()).toContain('form.pdf');
    } finally {
      await browser.close();
    }
  });
});

const correction = (sha256: string) => ({
  ...{ sha256, path: SCORE, old: 8.57, new: 9.57 },
  ...{ who: '张三', when: '2026-01-02T03:04:05Z', why: null },
});
