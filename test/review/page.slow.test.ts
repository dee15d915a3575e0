import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evalx, fixture, REPORTS, root } from '../cli/run.js';
import { hasBrowser, launch, open } from './browser.js';

/** Its second form states 97.88, and its scores add up to one point less. */
const WRONG = join(root, 'fixtures/families/f05-pdfkit.pdf');
const SCORE = '/reports/1/indicators/4/score';

const folder = mkdtempSync(join(tmpdir(), 'evalx-review-'));
let browser: Browser;

beforeAll(async () => {
  if (hasBrowser) browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

async function review(name: string, pdf: string, ...flags: string[]): Promise<string> {
  const out = join(folder, `${name}.html`);
  const run = await evalx(['review', pdf, '--out', out, ...flags]);
  expect([run.code, run.stdout]).toEqual([0, '']);
  return out;
}

const value = (path: string): string => `.form [data-path="${path}"]`;

it.runIf(process.env['CI'] === 'true')('a browser is there in CI', () => {
  expect(hasBrowser).toBe(true);
});

describe.runIf(hasBrowser)('the review of one PDF, opened from a disk', () => {
  let file: string;
  beforeAll(async () => {
    file = await review('reports', REPORTS);
  });

  it('asks for nothing, and goes against no policy', async () => {
    const { page, troubles, requests } = await open(browser, file);
    await page.locator('.page img').first().waitFor();
    expect(troubles).toEqual([]);
    expect(requests).toEqual([]);
  });

  it('lights up the box of the field that is chosen, where the field stands on its page', async () => {
    const { page } = await open(browser, file, '#/reports/1/indicators/2/score');
    const chosen = page.locator('rect.chosen');
    await chosen.waitFor();
    const document = JSON.parse((await evalx(['parse', REPORTS, '--evidence'])).stdout);
    const { page: number, bbox } = document.evidence['/reports/1/indicators/2/score'];
    const sheet = page.locator(`.page[data-page="${number}"]`);
    const [box, on] = [await chosen.boundingBox(), await sheet.boundingBox()];
    if (!box || !on) throw new Error('not shown');
    const [width, height] = await Promise.all(['width', 'height'].map((name) => numberOf(sheet, `data-${name}`)));
    const points = [
      ((box.x - on.x) / on.width) * (width as number),
      ((box.y - on.y) / on.height) * (height as number),
      ((box.x + box.width - on.x) / on.width) * (width as number),
      ((box.y + box.height - on.y) / on.height) * (height as number),
    ];
    // The line around it is two pixels wide.
    for (const [i, at] of points.entries()) expect(Math.abs(at - bbox[i])).toBeLessThan(3);
    const pane = await page.locator('.pages .scroll').boundingBox();
    expect(box.y).toBeGreaterThan(pane?.y ?? 0);
    expect(box.y + box.height).toBeLessThan((pane?.y ?? 0) + (pane?.height ?? 0));
    expect(await page.locator(value('/reports/1/indicators/2/score')).getAttribute('aria-pressed')).toBe('true');
  });

  it('chooses the field whose place on the page is clicked', async () => {
    const { page } = await open(browser, file);
    await page.locator('.page[data-page="1"] rect.box[data-path="/reports/0/project/name"]').click();
    expect(await page.locator(value('/reports/0/project/name')).getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.editor h3').textContent()).toBe('project name');
    expect(await page.locator('#value').inputValue()).toBe('企业科技创新服务支撑平台建设');
  });

  it('leads from a finding to its field', async () => {
    const { page } = await open(browser, file);
    await page.locator('[data-rule="funds-sum-mismatch"]').click();
    const chosen = page.locator(value('/reports/0/funds/rows/0/annualBudget'));
    expect(await chosen.getAttribute('aria-pressed')).toBe('true');
    await page.locator('rect.chosen').waitFor();
  });

  it('shows the pages of the file as pictures, and takes no more than 600 KB for a page with its form', async () => {
    const { page } = await open(browser, file);
    const picture = page.locator('.page[data-page="1"] img');
    await picture.waitFor();
    expect(await picture.getAttribute('src')).toMatch(/^data:image\/(?:webp|png);base64,/u);
    const one = await review('one', REPORTS, '--pages', '1');
    // Four pages are drawn, one is read.
    expect(statSync(one).size - (3 / 4) * picturesSize(one)).toBeLessThan(600_000);
  });

  it('finds fields by what they hold, in all forms, without leaving the search', async () => {
    const { page } = await open(browser, file);
    await page.keyboard.press('/');
    await page.keyboard.type('项目满意度 ');
    expect(await page.locator('.search').textContent()).toContain('0 of 4');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await page.locator('.search').textContent()).toContain('2 of 4');
    expect(await page.locator('.form .value.chosen').getAttribute('data-path')).toMatch(/^\/reports\/1\/indicators\//u);
    expect(await page.locator('#search').inputValue()).toBe('项目满意度 ');
  });

  it('holds the pictures of the pages near the one that is seen, of however many', async () => {
    const { page } = await open(browser, longer(file, 300));
    expect(await page.locator('.page').count()).toBe(300);
    await page.locator('.page img').first().waitFor();
    expect(await page.locator('.page img').count()).toBeLessThan(8);
    await page.locator('.page[data-page="200"]').scrollIntoViewIfNeeded();
    await page.locator('.page[data-page="200"] img').waitFor();
    await page.locator('.page[data-page="1"] img').waitFor({ state: 'detached' });
    expect(await page.locator('.page img').count()).toBeLessThan(8);
  });

  it('speaks Chinese where it is asked to, and changes on the way', async () => {
    const { page } = await open(browser, await review('zh', REPORTS, '--lang', 'zh'));
    expect(await page.locator('h1').textContent()).toBe('复核：reports.pdf');
    expect(await page.locator('[data-rule="funds-sum-mismatch"]').textContent()).toContain('错误 全年预算数各项合计 0');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('h1').textContent()).toBe('Review of reports.pdf');
    expect(await page.locator('[data-rule="funds-sum-mismatch"]').textContent()).toContain('the sources add up to 0');
  });

  it.each([1280, 1920])('has no serious fault of accessibility at %i pixels', async (width) => {
    const { page } = await open(browser, file, '#/reports/1/total/score');
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate('axe.run()')) as { violations: { id: string; impact: string }[] };
    expect(violations.filter(({ impact }) => ['serious', 'critical'].includes(impact)).map(({ id }) => id)).toEqual([]);
  });
});

const numberOf = async (element: Locator, name: string): Promise<number> => Number(await element.getAttribute(name));

/** The same review with more pages: those that it has, again and again. */
function longer(file: string, pages: number): string {
  const page = readFileSync(file, 'utf8');
  const data = JSON.parse(/id="data">(.*?)<\/script>/su.exec(page)?.[1] ?? '');
  const [own] = data.documents;
  const pictures = [...page.matchAll(/<script type="text\/plain" id="picture-0-\d+">([^<]*)<\/script>\n/gu)];
  const count = own.pages.length;
  const more = Array.from({ length: pages }, (_, i) => ({ ...own.pages[i % count], page: i + 1 }));
  const elements = more.map(
    (_, i) => `<script type="text/plain" id="picture-0-${i + 1}">${pictures[i % count]?.[1]}</script>\n`,
  );
  const written = page
    .slice(0, pictures[0]?.index)
    .replace(
      /id="data">.*?<\/script>/su,
      () =>
        `id="data">${JSON.stringify({ ...data, documents: [{ ...own, pages: more }] }).replaceAll('<', '\\u003c')}</script>`,
    );
  const path = join(folder, 'longer.html');
  writeFileSync(path, `${written}${elements.join('')}</body></html>`);
  return path;
}

const picturesSize = (file: string): number =>
  [...readFileSync(file, 'latin1').matchAll(/id="picture-[^>]*>([^<]*)/gu)].reduce(
    (sum, one) => sum + (one[1] ?? '').length,
    0,
  );

describe.runIf(hasBrowser)('correcting', () => {
  it.each([
    ['en', 'the scores add up to 96.88', 'Save corrections.json'],
    ['zh', '96.88', '保存 corrections.json'],
  ])('a score, and the finding goes as it is typed; validate takes what is saved (%s)', async (lang, said, button) => {
    const own = mkdtempSync(join(folder, `correct-${lang}-`));
    const pdf = join(own, 'form.pdf');
    copyFileSync(WRONG, pdf);
    expect((await evalx(['validate', pdf])).code).toBe(1);
    const { page, troubles } = await open(browser, await review(`correct-${lang}`, pdf, '--lang', lang), `#${SCORE}`);
    const finding = page.locator('[data-rule="score-total-mismatch"]');
    expect(await finding.textContent()).toContain(said);
    const input = page.locator('#value');
    const before = Number(await input.inputValue());
    await input.fill(String(before + 1));
    // Before it is entered.
    await finding.waitFor({ state: 'detached' });
    expect(await page.locator('.sums').textContent()).toContain('97.88');
    await page.locator('.why input').fill('blurred');
    await page.locator('.who').fill('张三');
    await page.locator('.editor button[type="submit"]').click();
    expect(await page.locator(value(SCORE)).getAttribute('class')).toContain('corrected');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    const corrections = join(own, 'corrections.json');
    await download.saveAs(corrections);
    const written = JSON.parse(readFileSync(corrections, 'utf8'));
    expect(written).toMatchObject({
      schemaVersion: '1',
      corrections: [{ path: SCORE, old: before, new: before + 1, who: '张三', why: 'blurred' }],
      accepted: [],
    });
    const run = await evalx(['validate', pdf, '--corrections', corrections]);
    expect(run.code).toBe(0);
    expect(troubles).toEqual([]);
    // The review that is made next shows it.
    const again = await open(browser, await review(`again-${lang}`, pdf, '--corrections', corrections), `#${SCORE}`);
    expect(await again.page.locator('#value').inputValue()).toBe(String(before + 1));
    expect(await again.page.locator('.editor .about').textContent()).toContain(`was ${before}`);
  });

  it('is kept when the page is closed, and undone', async () => {
    const file = await review('kept', WRONG);
    const { page } = await open(browser, file, `#${SCORE}`);
    const before = await page.locator('#value').inputValue();
    await page.locator('#value').fill('3');
    await page.locator('#value').press('Enter');
    await page.reload();
    const field = page.locator(value(SCORE));
    expect(await field.textContent()).toBe('3');
    await page.locator('#value').fill('4');
    await page.locator('.editor button[type="submit"]').click();
    await page.locator('body').press('u');
    expect(await field.textContent()).toBe('3');
    expect(before).not.toBe('3');
  });

  it('refuses what the field cannot hold', async () => {
    const { page } = await open(browser, await review('refuse', WRONG), `#${SCORE}`);
    await page.locator('#value').fill('9分');
    expect(await page.locator('.wrong').textContent()).toBe('This must be a number, or empty.');
    await page.locator('#value').press('Enter');
    expect(await page.locator(value(SCORE)).getAttribute('class')).not.toContain('corrected');
  });

  it('accepts a finding with a reason, which validate counts as suppressed', async () => {
    const { page } = await open(browser, await review('accept', WRONG), '#/reports/1/total/score');
    const item = page.locator('.findings li', { has: page.locator('[data-rule="score-total-mismatch"]') });
    await item.getByRole('button', { name: 'Accept with a reason' }).click();
    await item.getByLabel('Why').fill('agreed with the bureau');
    await item.getByRole('button', { name: 'Accept with a reason' }).click();
    await page.locator('[data-rule="score-total-mismatch"]').waitFor({ state: 'detached' });
    expect(await page.locator('.findings .accepted').textContent()).toContain('accepted: agreed with the bureau');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('button.main').click()]);
    const path = join(folder, 'accepted.json');
    await download.saveAs(path);
    expect((await evalx(['validate', WRONG, '--corrections', path])).code).toBe(0);
  });
});

describe.runIf(hasBrowser)('by keyboard alone', () => {
  it('walks through what is doubtful, confirms, corrects, and undoes', async () => {
    const pdf = join(root, 'fixtures/broken/cropped.pdf');
    const { page } = await open(browser, await review('keys', pdf));
    const points = await page.locator('.points li').count();
    expect(points).toBeGreaterThan(1);
    expect(await page.locator('.points .open').count()).toBe(points);
    await page.keyboard.press('n');
    const first = await page.locator('.points .chosen').textContent();
    await page.keyboard.press('Enter');
    expect(await page.locator('.points .open').count()).toBe(points - 1);
    const second = await page.locator('.points .chosen').textContent();
    expect(second).not.toBe(first);
    await page.keyboard.press('u');
    expect(await page.locator('.points .open').count()).toBe(points);
    await page.keyboard.press('p');
    await page.keyboard.press('?');
    await page.locator('.keys').waitFor();
  });

  it('corrects: digits begin at once, Escape leaves all as it was', async () => {
    const { page } = await open(browser, await review('digits', WRONG), `#${SCORE}`);
    const before = await page.locator(value(SCORE)).textContent();
    await page.locator(value(SCORE)).waitFor();
    await page.keyboard.press('7');
    await page.keyboard.press('5');
    expect(await page.locator('#value').inputValue()).toBe('75');
    await page.keyboard.press('Escape');
    expect(await page.locator(value(SCORE)).textContent()).toBe(before);
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    expect(await page.locator(value(SCORE)).textContent()).toBe('2');
    expect(await page.locator(value(SCORE)).getAttribute('class')).toContain('corrected');
  });
});

describe.runIf(hasBrowser)('a hostile form', () => {
  it('runs nothing, and shows what would turn its text round', async () => {
    const file = await review('hostile', join(root, 'fixtures/hostile/injection.pdf'));
    const { page, troubles, requests } = await open(browser, file);
    const text = (await page.locator('.form').textContent()) ?? '';
    expect(text).toContain('<script>');
    expect(text).toContain('javascript:');
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
    expect(await page.locator('.form script, .form img, .form a, .points script, .findings script').count()).toBe(0);
    for (const button of await page.locator('.form .value').all()) await button.click();
    expect(troubles).toEqual([]);
    expect(requests).toEqual([]);
  });

  it('is refused to run even what stands in the page already', async () => {
    const file = await review('planted', REPORTS);
    const planted = join(folder, 'planted-script.html');
    writeFileSync(
      planted,
      `${readFileSync(file, 'utf8')}<script>window.hit = 1</script><img src="x" onerror="window.hit = 1">`,
    );
    const { page, troubles } = await open(browser, planted);
    expect(await page.evaluate('window.hit')).toBeUndefined();
    expect(troubles.join()).toContain('Content Security Policy');
  });
});

describe.runIf(hasBrowser)('the reviews of a folder', () => {
  it('have a list that finds, filters, leads to each, and knows what was seen', async () => {
    const [from, out] = [join(folder, 'in'), join(folder, 'out')];
    mkdirSync(join(from, 'a b'), { recursive: true });
    copyFileSync(join(root, REPORTS), join(from, 'a b/reports#1.pdf'));
    copyFileSync(WRONG, join(from, 'form.pdf'));
    writeFileSync(join(from, 'broken.pdf'), 'no PDF');
    const run = await evalx(['review', from, '--out', out]);
    expect(run.code).toBe(3);
    const { page, troubles } = await open(browser, join(out, 'index.html'));
    expect(await page.locator('.progress').textContent()).toBe('0 of 6 forms seen');
    expect(await page.locator('tbody tr').count()).toBe(7);
    expect(await page.locator('tr', { hasText: 'broken.pdf' }).textContent()).toContain('could not be read');
    await page.locator('input[type="search"]').fill('reports#1 平台');
    expect(await page.locator('tbody tr').count()).toBe(1);
    await page.getByRole('link', { name: 'reports#1.pdf' }).click();
    await page.locator('.review').waitFor();
    expect(await page.locator('h1').textContent()).toBe('Review of a b/reports#1.pdf');
    await page.keyboard.press(']');
    await page.getByRole('link', { name: 'All files' }).click();
    await page.locator('.list').waitFor();
    expect(await page.locator('.progress').textContent()).toBe('2 of 6 forms seen');
    expect(troubles).toEqual([]);
  });

  it('are written over older ones, and over nothing else', async () => {
    const [from, out] = [join(folder, 'in2'), join(folder, 'out2')];
    mkdirSync(from);
    mkdirSync(out);
    copyFileSync(WRONG, join(from, 'form.pdf'));
    writeFileSync(join(out, 'index.html'), '<p>mine');
    const run = await evalx(['review', from, '--out', out]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('it was not written by evalx');
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('<p>mine');
    rmSync(join(out, 'index.html'));
    expect((await evalx(['review', from, '--out', out])).code).toBe(0);
    expect((await evalx(['review', from, '--out', out])).code).toBe(0);
  });
});

describe.runIf(hasBrowser)('what else may be reviewed', () => {
  it('is standard input, a PDF with others attached, one without a form', async () => {
    const out = join(folder, 'stdin.html');
    const piped = await evalx(['review', '-', '--out', out], { input: fixture(REPORTS) });
    expect([piped.code, piped.stderr]).toEqual([0, '']);
    const { page } = await open(browser, await review('attached', join(root, 'fixtures/pictured/portfolio.pdf')));
    expect(await page.locator(value('/reports/0/project/name')).count()).toBe(1);
    await page.locator('.page img').first().waitFor();
    const without = await review('without', join(root, 'fixtures/documents/without-forms-chromium.pdf'));
    const other = await open(browser, without);
    expect(await other.page.locator('.fields').textContent()).toBe('No form was found in this file.');
    expect(await other.page.locator('.points').textContent()).toContain('no self-evaluation form');
  });
});

it('says what is wrong with where it is to go', async () => {
  const two = await evalx(['review', REPORTS, WRONG, '--out', join(folder, 'x.html')]);
  expect([two.code, two.stdout]).toEqual([2, '']);
  expect(two.stderr).toContain('is one page, and there are 2 files; name a folder with --out');
});
