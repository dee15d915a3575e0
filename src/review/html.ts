import { createHash } from 'node:crypto';
import type { Language } from '../contract/findings.js';
import { escapeMarkup } from '../output/escape.js';
import { type PageData, type PagePicture, pictureId } from './review-types.js';

/** The program and the looks of a review page, as `npm run build` makes them. */
export interface ReviewAssets {
  readonly script: string;
  readonly style: string;
}

/** The pages of each document, by the name of its file. */
export type Pictures = readonly { readonly file: string; readonly pages: readonly PagePicture[] }[];

/** Begins a page: everything but its pictures, which follow as they are made, and {@link reviewEnd}. */
export function reviewStart(data: PageData, title: string, { script, style }: ReviewAssets): string {
  return `<!doctype html>
<html lang="${LANG[data.lang]}">
<head>
<meta charset="utf-8">
${GENERATOR}
<meta http-equiv="Content-Security-Policy" content="${policy(script, style, data.isServed)}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${escapeMarkup(title)}</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<script type="application/json" id="data">${json(data)}</script>
<script>${script}</script>
`;
}

/** The picture of a page. The page is shown before all of them have come. */
export const pictureElement = (document: number, { page, url }: PagePicture): string =>
  `<script type="text/plain" id="${pictureId(document, page)}">${escapeMarkup(url)}</script>\n`;

export const REVIEW_END = '</body>\n</html>\n';

const GENERATOR = '<meta name="generator" content="evalx review">';

/** Whether the begin of a file is that of a page that was written here. */
export const isReviewPage = (start: string): boolean => start.slice(0, 1000).includes(GENERATOR);

const LANG = { en: 'en', zh: 'zh-CN' } as const satisfies Record<Language, string>;

/** Nothing runs but the one script, nothing is loaded, and nothing is sent but to the server that gave the page. */
function policy(script: string, style: string, isServed: boolean): string {
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    `connect-src ${isServed ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const hashOf = (source: string): string => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

/** JSON that no parser of HTML takes for the end of its element, or the begin of another. */
const json = (data: PageData): string => JSON.stringify(data).replaceAll('<', '\\u003c');
