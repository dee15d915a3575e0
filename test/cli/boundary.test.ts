import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withAllBytes } from '../../src/cli/start/argument-bytes.js';
import { shownPath } from '../../src/text/path-bytes.js';
import { evalx, fixture, REPORTS, root } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-boundary-'));
const at = (...names: string[]): string => join(folder, ...names);
const run = (...args: string[]) => evalx(args, { cwd: folder, env: { LANG: 'en_US.UTF-8' } });
const PIPE = 'this is a pipe, a device or a socket, not a file; send it to standard input and give - in its place';

beforeAll(async () => {
  writeFileSync(at('a.pdf'), fixture(REPORTS));
  writeFileSync(at('parsed.txt'), (await run('parse', 'a.pdf', '--evidence')).stdout);
  execFileSync('mkfifo', [at('pipe.pdf')]);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a run of validate says of its files and how it ends. */
async function checked(...args: string[]) {
  const { code, stdout } = await run('validate', '-f', 'json', ...args);
  const { files, findings } = JSON.parse(stdout);
  return { code, file: files[0].file, problems: files[0].problems.map((p: { code: string }) => p.code), findings };
}

describe('what an input is', () => {
  it('says its name, never its content', async () => {
    writeFileSync(at('json.pdf'), readFileSync(at('parsed.txt')));
    for (const name of ['json.pdf', 'parsed.txt']) {
      const { code, stdout } = await run('validate', name, '--fail-on', 'never');
      expect(code).toBe(3);
      expect(stdout).toContain('this is JSON, not a PDF; if evalx parse wrote it give --input documents  not-a-pdf');
    }
    for (const name of ['b.json', 'b.JSONL', 'b.ndjson']) {
      writeFileSync(at(name), readFileSync(at('parsed.txt')));
      expect(await checked(name)).toMatchObject({ code: 1, file: 'a.pdf', problems: [] });
    }
  });

  it('says the flag where the name does not', async () => {
    const direct = (await checked('a.pdf')).findings;
    expect(await checked('parsed.txt', '--input', 'documents')).toMatchObject({ code: 1, findings: direct });
    writeFileSync(at('pdf.json'), fixture(REPORTS));
    expect(await checked('pdf.json')).toMatchObject({ code: 3, problems: ['document-invalid'] });
    expect((await checked('pdf.json', '--input', 'pdf')).findings).toHaveLength(direct.length);
  });

  it('is a PDF from standard input', async () => {
    const input = readFileSync(at('parsed.txt'));
    const { code, stdout } = await evalx(['validate', '-', '-f', 'json'], { input });
    expect([code, JSON.parse(stdout).files[0].problems[0].code]).toEqual([3, 'not-a-pdf']);
  });

  it('is a PDF where a PDF is JSON too', async () => {
    const document = JSON.parse(readFileSync(at('parsed.txt'), 'utf8'));
    document.reports = document.reports.slice(0, 1);
    const clean = `${JSON.stringify(document)}\n`;
    writeFileSync(
      at('both.pdf'),
      Buffer.concat([Buffer.from('{"x": "'), fixture(REPORTS), Buffer.from(`"}\n${clean}`)]),
    );
    expect(await checked('both.pdf')).toMatchObject({ code: 1, file: 'both.pdf', problems: [] });
    expect((await checked('both.pdf')).findings).toHaveLength(20);
  });
});

describe('what is no file', () => {
  it('is refused at once, by every command', async () => {
    for (const args of [
      ['parse', 'pipe.pdf'],
      ['tables', '/dev/zero'],
      ['inspect', 'pipe.pdf'],
      ['parse', '/dev/tty'],
    ]) {
      const { code, stderr } = await run(...args);
      expect([code, stderr.split('\n').length]).toEqual([3, 2]);
      if (args[1] !== '/dev/tty') expect(stderr).toBe(`evalx: ${args[1]}: ${PIPE}\n`);
    }
    expect(await checked('pipe.pdf')).toMatchObject({ code: 3, problems: ['file-unreadable'] });
    const batch = await run('batch', 'pipe.pdf', 'a.pdf', '--out', 'tables');
    expect(batch.code).toBe(3);
    expect(readFileSync(at('tables', 'files.csv'), 'utf8')).toContain('pipe.pdf,failed');
    expect((await run('batch', 'pipe.pdf', 'a.pdf', '--out', 'tables', '--resume')).code).toBe(3);
  });

  it('may be a socket', async () => {
    const server = createServer().listen(at('socket.pdf'));
    try {
      expect((await run('parse', 'socket.pdf')).stderr).toBe(`evalx: socket.pdf: ${PIPE}\n`);
    } finally {
      server.close();
    }
  });
});

describe('flags of the search', () => {
  it('are those of validate and batch', async () => {
    mkdirSync(at('in'));
    mkdirSync(at('elsewhere', ...Array.from({ length: 70 }, () => 'd')), { recursive: true });
    writeFileSync(at('elsewhere', 'c.pdf'), fixture(REPORTS));
    symlinkSync('../elsewhere', at('in', 'link'));
    expect(await checked('in')).toMatchObject({ code: 3, problems: ['no-file-found'] });
    const deep = await run('validate', 'in', '--follow-links');
    expect([deep.code, deep.stderr.split('\n').length]).toEqual([2, 2]);
    expect(deep.stderr).toContain('more than 64 folders inside one another');
    expect(await checked('in', '--follow-links', '--no-search-limits')).toMatchObject({ file: 'in/link/c.pdf' });
    const { code } = await run('batch', 'in', '--out', 'linked', '--follow-links', '--no-search-limits');
    expect(code).toBe(0);
  });
});

describe.skipIf(process.platform !== 'linux')('names that are no UTF-8', () => {
  const name = (...bytes: number[]): Buffer =>
    Buffer.concat([Buffer.from(at('gbk', '/')), Buffer.from(bytes), Buffer.from('.pdf')]);
  const NAMES = ['gbk/\\\\xb2\\xe2.pdf', 'gbk/\\xb2\\xe2.pdf', 'gbk/\\xb2\\xe3.pdf'];
  beforeAll(() => {
    mkdirSync(at('gbk'));
    for (const last of [0xe2, 0xe3]) writeFileSync(name(0xb2, last), fixture(REPORTS));
    writeFileSync(at('gbk', '\\xb2\\xe2.pdf'), fixture(REPORTS));
    NAMES[0] = `gbk/${shownPath('\\xb2\\xe2.pdf')}`;
  });

  it('are each a file of its own in findings and tables', async () => {
    const { stdout } = await run('validate', 'gbk', '-f', 'json', '-f', 'sarif', '-o', at('gbk.sarif'));
    expect(JSON.parse(stdout).files.map(({ file }: { file: string }) => file)).toEqual(NAMES);
    const { results } = JSON.parse(readFileSync(at('gbk.sarif'), 'utf8')).runs[0];
    const uris = new Set(
      results.map(
        (r: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
          r.locations[0]?.physicalLocation.artifactLocation.uri,
      ),
    );
    expect([...uris]).toEqual(['gbk/%5Cxb2%5Cxe2.pdf', 'gbk/%B2%E2.pdf', 'gbk/%B2%E3.pdf']);
    for (const resume of [[], ['--resume']]) {
      expect((await run('batch', 'gbk', '--out', 'gbk-tables', '--no-timings', ...resume)).code).toBe(0);
      const rows = readFileSync(at('gbk-tables', 'reports.csv'), 'utf8').trim().split('\r\n').slice(1);
      expect(new Set(rows.map((row) => row.split(',').slice(0, 2).join())).size).toBe(12);
      for (const one of NAMES) expect(readFileSync(at('gbk-tables', 'files.csv'), 'utf8')).toContain(`${one},read`);
    }
  });

  it('can be given on the command line, for input and output', async () => {
    const shell = (line: string): Buffer =>
      execFileSync('bash', ['-c', line], { cwd: folder, env: { PATH: process.env['PATH'], EVALX_OCR_ENGINE: 'none' } });
    const evalxLine = `${process.execPath} ${join(root, 'bin/evalx.js')}`;
    const { source } = JSON.parse(shell(`${evalxLine} parse gbk/$'\\xb2\\xe2'.pdf`).toString());
    expect(source.file).toBe('gbk/\\xb2\\xe2.pdf');
    shell(`${evalxLine} parse a.pdf -o gbk/$'\\xb2'.json`);
    const written = readdirSync(at('gbk'), { encoding: 'buffer' }).filter((one) =>
      one.toString('latin1').endsWith('.json'),
    );
    expect(written).toEqual([Buffer.from([0xb2, ...Buffer.from('.json')])]);
  });

  it('are read from the system where Node lost their bytes, and only there', () => {
    writeFileSync(at('cmdline'), Buffer.from('node\0--x\0evalx\0parse\0\xb2\xe2.pdf\0\0', 'latin1'));
    const argv = ['/bin/node', '/bin/evalx.js', 'parse', '\ufffd\ufffd.pdf', ''];
    expect(withAllBytes(argv, at('cmdline'))).toEqual([...argv.slice(0, 3), '\udcb2\udce2.pdf', '']);
    expect(withAllBytes(argv, at('nowhere'))).toEqual(argv);
    expect(withAllBytes(['a', 'b'], at('cmdline'))).toEqual(['a', 'b']);
  });
});

describe('SIGTERM', () => {
  /** Starts a run, waits until it is at work, and ends it. */
  async function ended(args: readonly string[], isAtWork: () => boolean): Promise<string | null> {
    const child = spawn(process.execPath, [join(root, 'bin/evalx.js'), ...args], {
      cwd: folder,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const end = new Promise<string | null>((resolve) => child.on('exit', (_, by) => resolve(by)));
    const fds = (): string[] => (process.platform === 'linux' ? readdirSync(`/proc/${child.pid}/task`) : []);
    await expect.poll(() => isAtWork() && fds().length > 4, { timeout: 20_000 }).toBe(true);
    child.kill('SIGTERM');
    return end;
  }

  it.skipIf(process.platform !== 'linux')('ends a run that waits for one who reads its output', async () => {
    // A thread of the system waits for the pipe to be opened: an exit would wait for it.
    const beside = ['validate', 'a.pdf', '-f', 'json', '-o', 'seen.json', '-f', 'sarif', '-o', 'pipe.pdf'];
    expect(await ended(beside, () => readdirSync(folder).includes('seen.json'))).toBe('SIGTERM');
  });

  it.skipIf(process.platform !== 'linux')('ends a run that waits for standard input', async () => {
    expect(await ended(['parse', 'a.pdf', '-'], () => true)).toBe('SIGTERM');
  });
});
