/** What callers of the library and users of the command line call one and the same option; messages say `{option:NAME}`. */
export const OPTION_NAMES = {
  password: { options: 'options.password', flags: '--password' },
  pages: { options: 'options.pages', flags: '--pages' },
  ocr: { options: 'options.ocr', flags: '--ocr' },
  'limits.bytes': { options: 'options.limits.bytes', flags: '--max-size' },
  'limits.pages': { options: 'options.limits.pages', flags: '--max-pages' },
  'limits.items': { options: 'options.limits.items', flags: '--max-items' },
  'limits.rulings': { options: 'options.limits.rulings', flags: '--max-rulings' },
  'limits.attachments': { options: 'options.limits.attachments', flags: '--max-attachments' },
  'limits.seconds': { options: 'options.limits.seconds', flags: '--timeout' },
  'limits.pageSeconds': { options: 'options.limits.pageSeconds', flags: '--page-timeout' },
  'limits.pictureSeconds': { options: 'options.limits.pictureSeconds', flags: '--ocr-timeout' },
  'limits.megabytes': { options: 'options.limits.megabytes', flags: '--memory' },
} as const;

/** Whether messages call options as the library does, or by the flags of the command line. */
export type NamesOf = 'options' | 'flags';
