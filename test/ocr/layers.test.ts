import { describe, expect, it } from 'vitest';
import { OCR_ENGINES } from '../../src/ocr/options.js';
import { parse } from '../../src/parse.js';
import { expectedReports, fixture } from '../cli/run.js';
import { compare } from './compare.js';
import { installed } from './installed.js';

/** Every 5 is a 6 in these layers. Tesseract reads 分值 of one row as 了, with a layer and without. */
const MISREAD = { paddle: 0, tesseract: 1 };

for (const ocrEngine of OCR_ENGINES) {
  describe.skipIf(!installed[ocrEngine])(`a text layer, where there is ${ocrEngine}`, { timeout: 200_000 }, () => {
    it.each([
      ['layer-misread', 'auto'],
      ['layer-behind', 'auto'],
      ['layer-misread', 'always'],
    ] as const)('is a second opinion, and never the text: %s, --ocr %s', async (name, ocr) => {
      const { document, places } = await parse(fixture(`fixtures/scans/${name}.pdf`), { ocr, ocrEngine });
      const { wrongNumbers, text } = compare(expectedReports(`fixtures/scans/${name}.pdf`), document.reports);
      expect(wrongNumbers.length).toBeLessThanOrEqual(MISREAD[ocrEngine]);
      expect(text).toBeGreaterThan(0.97);
      const said = document.diagnostics.filter(({ code }) => code === 'text-layer');
      expect(said.map(({ message }) => message).join('\n')).toMatch(/^"150" was recognised .* says "160"/u);
      for (const { bbox } of said) expect(bbox).not.toBeNull();
      const evidence = [...places.values()];
      const fives = evidence.filter(({ raw }) => /^5$|^85%$/u.test(raw));
      expect(fives.length).toBeGreaterThan(2);
      for (const { confidence } of fives) expect(confidence).toBeLessThanOrEqual(0.5);
    });
  });
}
