import { sha256 } from '../../../contract/digest.js';
import { OPINION } from '../../../messages/checking/opinion.js';
import { escapeMarkup, visibleLine } from '../../escape.js';
import type { FindingsWriter } from '../writer.js';
import type { Block, Row } from './blocks.js';
import { opinionBlocks } from './opinion.js';

const LANGUAGES = { en: 'en', zh: 'zh-CN' } as const;

/** Printed on A4, a form to a page; colours are never the only sign. */
const STYLE = `
:root { color-scheme: light; }
body { font: 14px/1.6 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "Songti SC", serif; color: #111; background: #fff;
  max-width: 190mm; margin: 0 auto; padding: 12mm 4mm; }
h1 { font-size: 20px; text-align: center; margin: 1.2em 0 .8em; }
h2 { font-size: 16px; margin: 1.2em 0 .4em; }
h3 { font-size: 14px; margin: .9em 0 .3em; }
h1, h2, h3 { break-after: avoid; overflow-wrap: anywhere; }
p { margin: .4em 0; text-indent: 2em; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: .4em 0; font-size: 12px; line-height: 1.45; }
th, td { border: 1px solid #444; padding: 3px 5px; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #eee; font-weight: 600; }
.facts th { width: 28%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.error { border-left: 4px solid #b00020; } .warning { border-left: 4px solid #a65b00; } .info { border-left: 4px solid #2b5c8a; }
.page { break-before: page; }
.signature { margin: 2.5em 0 1em; display: grid; grid-template-columns: 1fr 1fr; gap: 1.6em 2em; break-inside: avoid; }
.signature span { border-bottom: 1px solid #444; min-height: 1.6em; }
@page { size: A4; margin: 18mm 14mm; }
@media print { body { padding: 0; max-width: none; } }
`;

/** Nothing runs, nothing is loaded, and nothing but this style counts. */
const POLICY = `default-src 'none'; style-src 'sha256-${base64(sha256(STYLE))}'; base-uri 'none'; form-action 'none'`;

function base64(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64');
}

/** The review opinions (审核意见) of a run as a page that stands by itself. */
export const findingsHtml: FindingsWriter = (context) => `<!DOCTYPE html>
<html lang="${LANGUAGES[context.lang]}">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${POLICY}" />
<meta name="viewport" content="width=device-width" />
<meta name="referrer" content="no-referrer" />
<title>${text(OPINION.heading[context.lang])}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${opinionBlocks(context).map(element).join('\n')}
</main>
</body>
</html>
`;

const text = (value: string): string => escapeMarkup(visibleLine(value));

function element(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}${block.startsPage ? ' class="page"' : ''}>${text(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${text(block.text)}</p>`;
    case 'facts': {
      const rows = block.rows.map(
        ([name, value]) => `<tr><th scope="row">${text(name)}</th><td>${text(value)}</td></tr>`,
      );
      return `<table class="facts"><tbody>\n${rows.join('\n')}\n</tbody></table>`;
    }
    case 'table': {
      const head = block.head.map((cell) => `<th scope="col">${text(cell)}</th>`).join('');
      return `<table><thead><tr>${head}</tr></thead><tbody>\n${block.rows.map(rowElement).join('\n')}\n</tbody></table>`;
    }
    case 'signature':
      return `<div class="signature">${block.lines.map((line) => `<span>${text(line)}</span>`).join('')}</div>`;
  }
}

const rowElement = ({ cells, severity }: Row): string =>
  `<tr${severity === null ? '' : ` class="${severity}"`}>${cells.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`;
