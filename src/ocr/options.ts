/** Which pages are read from their picture: those without readable text where an engine is installed, all, or none. */
export const OCR_MODES = ['auto', 'always', 'never'] as const;
export type OcrMode = (typeof OCR_MODES)[number];

/** Programs that read pictures of text, the better one first. */
export const OCR_ENGINES = ['paddle', 'tesseract'] as const;
export type OcrEngine = (typeof OCR_ENGINES)[number];

/** What can be chosen: one of them, or none, as if none were installed. */
export const OCR_ENGINE_CHOICES = [...OCR_ENGINES, 'none'] as const;
export type OcrEngineChoice = (typeof OCR_ENGINE_CHOICES)[number];
