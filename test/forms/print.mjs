/** Forms printed by programs of the real world: many by one run of each, since to begin takes them longer than to print. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { calcSheets } from '../../fixtures/make/sheet-calc.mjs';
import { drawnSheets } from '../../fixtures/make/sheet-drawn.mjs';
import { htmlSheets } from '../../fixtures/make/sheet-html.mjs';
import { formsIn } from './judge.mjs';

const run = promisify(execFile);

/** A form as `fixtures/make` prints it. */
const sheetOf = ({ parts }) => ({
  parts: parts.map((part) => {
    if (part.text !== undefined) return { lines: [part] };
    const { rows, widths, cells } = part.grid;
    const table = Array.from({ length: rows }, (_, r) =>
      cells
        .filter(({ row }) => row === r)
        .sort((a, b) => a.col - b.col)
        .map(({ text, colSpan, rowSpan }) => [text, colSpan, rowSpan]),
    );
    return { table, widths: widths.map((width) => width * 500) };
  }),
});

const options = ({ seed }, font) => ({
  font,
  size: [7.5, 8, 9][seed % 3],
  landscape: seed % 2 === 0,
  onePageEach: true,
});

function htmlOf(form, font) {
  const page = htmlSheets(formsIn(form).map(sheetOf), options(form, font));
  const { repeated } = form;
  if (repeated === null) return page;
  let table = -1;
  return page.replace(/<\/colgroup>\n([\s\S]*?)<\/table>/gu, (whole, body) => {
    table++;
    if (table !== repeated.table) return whole;
    const rows = body.split('\n');
    return `</colgroup>\n<thead>${rows.slice(0, repeated.rows).join('\n')}</thead>\n${rows.slice(repeated.rows).join('\n')}</table>`;
  });
}

/** Chromium, told through a pipe what to print. */
async function chromium(forms, folder) {
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  const own = ['--disable-component-update', '--disable-sync', `--user-data-dir=${join(folder, 'profile')}`];
  const browser = spawn('chromium', [...flags, ...own, '--remote-debugging-pipe'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const waiting = new Map();
  let [id, rest] = [0, ''];
  browser.stdio[4].setEncoding('utf8').on('data', (data) => {
    const messages = (rest + data).split('\0');
    rest = messages.pop();
    for (const { id: of, method, result, error } of messages.map((message) => JSON.parse(message))) {
      const settle = waiting.get(of ?? method);
      waiting.delete(of ?? method);
      if (error) settle?.reject(new Error(error.message));
      else settle?.resolve(result);
    }
  });
  const answer = (key) => new Promise((resolve, reject) => waiting.set(key, { resolve, reject }));
  const ask = (method, params = {}, sessionId = undefined) => {
    browser.stdio[3].write(`${JSON.stringify({ id: ++id, method, params, sessionId })}\0`);
    return answer(id);
  };
  try {
    const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
    await ask('Page.enable', {}, sessionId);
    const prints = [];
    for (const form of forms) {
      const path = join(folder, 'page.html');
      writeFileSync(path, htmlOf(form, 'Noto Sans CJK SC'));
      const loaded = answer('Page.loadEventFired');
      await ask('Page.navigate', { url: `file://${path}` }, sessionId);
      await loaded;
      const { data } = await ask('Page.printToPDF', { preferCSSPageSize: true, printBackground: true }, sessionId);
      prints.push(Buffer.from(data, 'base64'));
    }
    return prints;
  } finally {
    const ended = once(browser, 'exit');
    browser.kill();
    await ended;
  }
}

const filesOf = (forms, folder, ending, content) =>
  forms.map((form) => {
    const path = join(folder, `form-${form.seed}`);
    writeFileSync(`${path}.${ending}`, content(form));
    return path;
  });

const WEASYPRINT = `
import sys
from weasyprint import HTML
for path in sys.argv[1:]:
    HTML(path + '.html').write_pdf(path + '.pdf')
`;

async function weasyprint(forms, folder) {
  const paths = filesOf(forms, folder, 'html', (form) => htmlOf(form, 'WenQuanYi Micro Hei'));
  await run('/usr/bin/python3', ['-B', '-c', WEASYPRINT, ...paths]);
  return paths.map((path) => readFileSync(`${path}.pdf`));
}

async function calc(forms, folder) {
  const paths = filesOf(forms, folder, 'fods', (form) =>
    calcSheets(formsIn(form).map(sheetOf), options(form, 'AR PL UMing CN')),
  );
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const sheets = paths.map((path) => `${path}.fods`);
  await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...sheets]);
  return paths.map((path) => readFileSync(`${path}.pdf`));
}

async function pdfkit(forms) {
  const prints = [];
  for (const form of forms)
    prints.push(await drawnSheets(formsIn(form).map(sheetOf), options(form, 'WenQuanYiZenHei')));
  return prints;
}

const PROGRAMS = { chromium, weasyprint, calc, pdfkit };
/** Of seven forms, which program prints which. */
const TURNS = ['chromium', 'weasyprint', 'pdfkit', 'calc', 'chromium', 'weasyprint', 'pdfkit'];

/** Forms printed by one of the programs, in their order. */
export async function printBy(program, forms) {
  const folder = mkdtempSync(join(tmpdir(), 'evalx-forms-'));
  try {
    return await PROGRAMS[program](forms, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** @returns {Promise<{ form: object, program: string, bytes: Uint8Array }[]>} each form printed by one program, in turns */
export async function printsOf(forms) {
  const prints = await Promise.all(
    Object.keys(PROGRAMS).map(async (program) => {
      const own = forms.filter(({ seed }) => TURNS[seed % TURNS.length] === program);
      const bytes = own.length === 0 ? [] : await printBy(program, own);
      return own.map((form, i) => ({ form, program, bytes: bytes[i] }));
    }),
  );
  return prints.flat();
}
