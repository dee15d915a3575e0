import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const program = PROGRAMS.find((path) => existsSync(path));

/** Whether the tests of the page can run. In CI they must. */
export const hasBrowser = program !== undefined;

export const launch = (): Promise<Browser> =>
  chromium.launch({ ...(program ? { executablePath: program } : {}), args: ['--no-sandbox'] });

export interface OpenPage {
  readonly page: Page;
  /** What went wrong in it: errors, and whatever its policy refused. */
  readonly troubles: readonly string[];
  /** Addresses that it asked for, beside its own. */
  readonly requests: readonly string[];
}

/** Opens a file as a double click does. */
export async function open(browser: Browser, path: string, hash = ''): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true });
  const page = await context.newPage();
  const troubles: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  const address = path.startsWith('http') ? path : pathToFileURL(path).href;
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith('data:') && !url.startsWith('blob:')) requests.push(url);
  });
  await page.goto(`${address}${hash}`);
  await page.locator('.review, .list').waitFor();
  return { page, troubles, requests };
}
