import type { DiagnosticCode, Severity } from '../contract/document.js';
import type { Words } from './words.js';

/** What can be said of a file that was read, with its code and how much it weighs. */
export const DIAGNOSTICS = {
  noForm: {
    code: 'no-form-found',
    severity: 'warning',
    en: 'no self-evaluation form (绩效自评表) was found; check that this is the right file',
    zh: '未找到绩效自评表；请确认文件是否正确',
  },
  noTable: {
    code: 'no-table-found',
    severity: 'warning',
    en: 'no table was found; check that these are the right pages (evalx inspect draws what was seen on a page)',
    zh: '未找到表格；请确认页码是否正确（evalx inspect 可画出对页面的识别结果）',
  },

  // Pages that were not read, or in part.
  textLost: {
    code: 'text-unreadable',
    severity: 'error',
    en: 'text is drawn in a font without Unicode values and cannot be read; print the original to PDF again, or use {option:ocr}',
    zh: '文字所用字体没有 Unicode 编码，无法读取；请将原件重新打印为 PDF，或使用 {option:ocr}',
  },
  textLostNoEngine: {
    code: 'text-unreadable',
    severity: 'error',
    en: 'text is drawn in a font without Unicode values; print the original to PDF again, or, {how}',
    zh: '文字所用字体没有 Unicode 编码；请将原件重新打印为 PDF；{how}',
  },
  textMissing: {
    code: 'text-unreadable',
    severity: 'error',
    en: 'text is drawn in a font that cannot be loaded, and is missing; print the original to PDF again',
    zh: '文字所用字体无法加载，这部分文字缺失；请将原件重新打印为 PDF',
  },
  characterLost: {
    code: 'text-unreadable',
    severity: 'warning',
    en: 'one character has no Unicode value, missing from the text; look at the page for what is lacking',
    zh: '有 1 个字符没有 Unicode 编码，未能读出；请对照原页查看缺少的内容',
  },
  charactersLost: {
    code: 'text-unreadable',
    severity: 'warning',
    en: '{count} characters have no Unicode value, missing from the text; look at the page for what is lacking',
    zh: '有 {count} 个字符没有 Unicode 编码，未能读出；请对照原页查看缺少的内容',
  },
  pictureNotWanted: {
    code: 'page-without-text',
    severity: 'error',
    en: 'the page is a picture without a text layer, and {option:ocr} never leaves it so',
    zh: '本页为图片，没有文字层，而 {option:ocr} never 表示不作识别',
  },
  pictureUnread: {
    code: 'page-without-text',
    severity: 'error',
    en: 'the page is a picture without readable text; {how}',
    zh: '本页为图片，没有可读取的文字；{how}',
  },
  textOutlined: {
    code: 'page-without-text',
    severity: 'error',
    en: 'text is drawn as curves instead of characters and was not read; {how}, or export the original again with its fonts',
    zh: '文字以曲线绘制而非字符，未能读取；{how}；或重新导出原件并保留字体',
  },
  picturePasted: {
    code: 'page-without-text',
    severity: 'error',
    en: 'a picture on the page holds text, which was not read; {how}',
    zh: '本页的图片中有文字，未能读取；{how}',
  },
  readFromText: {
    code: 'page-unreadable',
    severity: 'error',
    en: 'no OCR engine is installed, so that the page was read from its text; {how}',
    zh: '未安装 OCR 引擎，本页仅按文字层读取；{how}',
  },
  pageOverLimit: {
    code: 'page-over-limit',
    severity: 'error',
    en: 'the page was left out: {problem}',
    zh: '已跳过本页：{problem}',
  },
  pagesOverLimit: {
    code: 'page-over-limit',
    severity: 'error',
    en: 'each of the pages {first} to {last} was left out: {problem}',
    zh: '已跳过第 {first} 至 {last} 页：{problem}',
  },
  pictureLeftOut: {
    code: 'page-over-limit',
    severity: 'error',
    en: 'the picture on the page was not read: {problem}',
    zh: '本页的图片未识别：{problem}',
  },
  picturesLeftOut: {
    code: 'page-over-limit',
    severity: 'error',
    en: 'the pictures on each of the pages {first} to {last} were not read: {problem}',
    zh: '第 {first} 至 {last} 页的图片均未识别：{problem}',
  },
  pageUnreadable: {
    code: 'page-unreadable',
    severity: 'error',
    en: 'the page cannot be read ({problem}); export the PDF again',
    zh: '本页无法读取（{problem}）；请重新导出 PDF',
  },
  pagesUnreadable: {
    code: 'page-unreadable',
    severity: 'error',
    en: 'each of the pages {first} to {last} cannot be read ({problem}); export the PDF again',
    zh: '第 {first} 至 {last} 页均无法读取（{problem}）；请重新导出 PDF',
  },
  pagePartly: {
    code: 'page-unreadable',
    severity: 'error',
    en: 'the page cannot be read in whole ({problem}); export the PDF again',
    zh: '本页无法完整读取（{problem}）；请重新导出 PDF',
  },
  pagesPartly: {
    code: 'page-unreadable',
    severity: 'error',
    en: 'each of the pages {first} to {last} cannot be read in whole ({problem}); export the PDF again',
    zh: '第 {first} 至 {last} 页均无法完整读取（{problem}）；请重新导出 PDF',
  },

  // The file as a whole.
  tooManyPages: {
    code: 'too-many-pages',
    severity: 'error',
    en: 'the last {count} pages were not read, which is over the limit; {option:limits.pages} allows more, {option:pages} chooses some',
    zh: '页数超过上限，最后 {count} 页未读取；可用 {option:limits.pages} 提高上限，或用 {option:pages} 选择页码',
  },
  onePageCounted: {
    code: 'pages-uncounted',
    severity: 'error',
    en: 'the file counts one page but has more, which were not read; export it again',
    zh: '文件标明共 1 页，实际页数更多，多出的页未读取；请重新导出',
  },
  pagesUncounted: {
    code: 'pages-uncounted',
    severity: 'error',
    en: 'the file counts {count} pages but has more, which were not read; export it again',
    zh: '文件标明共 {count} 页，实际页数更多，多出的页未读取；请重新导出',
  },
  endMissing: {
    code: 'file-mended',
    severity: 'error',
    en: 'the end of the file is missing: what is left was read, and something may be lacking; download it again',
    zh: '文件末尾缺失：已读取剩余部分，内容可能不全；请重新下载',
  },
  fileRebuilt: {
    code: 'file-mended',
    severity: 'warning',
    en: 'the file does not say rightly where its objects are and was put together again; look whether something is lacking',
    zh: '文件的对象索引有误，已重新整理后读取；请核对内容有无缺失',
  },
  updateLost: {
    code: 'file-mended',
    severity: 'error',
    en: 'the last change to the file has no end and was not read: what was there before it was read; download it again',
    zh: '文件最近一次修改的内容不完整，未读取；已读取修改之前的内容；请重新下载',
  },
  pagesCounted: {
    code: 'file-mended',
    severity: 'warning',
    en: 'the file does not count its pages rightly; those found: {count}; look whether one is lacking',
    zh: '文件标明的页数有误，实际找到 {count} 页；请核对有无缺页',
  },
  partsMissing: {
    code: 'file-mended',
    severity: 'error',
    en: 'parts that the file refers to are missing: what is left was read; export or download it again',
    zh: '文件所引用的部分内容缺失：已读取其余内容；请重新导出或下载',
  },
  xfaForm: {
    code: 'xfa-form',
    severity: 'error',
    en: 'the file is an XFA form, whose content is not in its pages; print it to PDF with Adobe Reader first',
    zh: '文件为 XFA 表单，内容不在页面中；请先用 Adobe Reader 打印为 PDF',
  },

  attachedPdfs: {
    code: 'attached-documents',
    severity: 'info',
    en: 'PDF files are attached, each a document of its own: {names}',
    zh: '附有 PDF 文件，各作为单独的文档：{names}',
  },
  attachedOthers: {
    code: 'attachment-not-read',
    severity: 'info',
    en: 'attached files that are no PDF were not read: {names}',
    zh: '所附文件不是 PDF，未读取：{names}',
  },
  attachedOver: {
    code: 'attachment-not-read',
    severity: 'error',
    en: '{count} of the attached PDF files were not read, which are too many, too large, or attached to attachments of attachments; save them as files, or allow more with {option:limits.attachments} or {option:limits.bytes}',
    zh: '所附 PDF 中有 {count} 个未读取：数量过多、过大，或嵌套层数过多；请另存为文件，或用 {option:limits.attachments}、{option:limits.bytes} 提高上限',
  },

  // What was recognised from pictures.
  pageRecognised: {
    code: 'page-recognised',
    severity: 'info',
    en: 'the page was read from its picture by {engine}',
    zh: '本页由 {engine} 从图片识别',
  },
  charactersUncertain: {
    code: 'ocr-low-confidence',
    severity: 'warning',
    en: '{doubtful} of {all} characters, recognised from the picture, are uncertain; compare them with the page',
    zh: '从图片识别的 {all} 个字符中有 {doubtful} 个不确定；请与原页核对',
  },
  labelsMatched: {
    code: 'ocr-label-matched',
    severity: 'info',
    en: 'labels were recognised with doubtful characters and taken for known ones: {labels}',
    zh: '部分栏目名称识别时有存疑字符，已按已知栏目处理：{labels}',
  },
  correctedBySums: {
    code: 'ocr-mended',
    severity: 'warning',
    en: '"{readAs}" was recognised, but only "{text}" adds up with the other numbers, and stands in the document; compare it with the page',
    zh: '识别结果为“{readAs}”，但只有“{text}”与其他数字勾稽相符，文档中采用后者；请与原页核对',
  },

  // The form and its fields.
  notANumber: {
    code: 'value-not-a-number',
    severity: 'warning',
    en: '"{text}" under "{label}" is not a number',
    zh: '“{label}”下的“{text}”不是数字',
  },
  otherUnit: {
    code: 'amount-in-other-unit',
    severity: 'warning',
    en: '"{text}" under "{label}" is not in the form\'s unit, {unit}',
    zh: '“{label}”下的“{text}”与本表的金额单位（{unit}）不一致',
  },
  otherWeight: {
    code: 'score-of-other-weight',
    severity: 'warning',
    en: '"{text}" under "{label}" is a score of another weight than the row\'s own, {weight}',
    zh: '“{label}”下的“{text}”所示分值与该行分值（{weight}）不一致',
  },
  lookAlike: {
    code: 'not-a-self-evaluation',
    severity: 'info',
    en: '"{title}" is not a self-evaluation form and was not reported',
    zh: '“{title}”不是绩效自评表，未列入结果',
  },
  textUnlabelled: {
    code: 'part-not-recognised',
    severity: 'warning',
    en: 'texts without a known label are kept in extra: "{text}"',
    zh: '没有已知栏目名称的文字已保留在 extra 中：“{text}”',
  },
  textsUnlabelled: {
    code: 'part-not-recognised',
    severity: 'warning',
    en: 'texts without a known label are kept in extra: "{text}" and {count} more',
    zh: '没有已知栏目名称的文字已保留在 extra 中：“{text}”，另有 {count} 处',
  },
  noIndicators: {
    code: 'part-not-recognised',
    severity: 'warning',
    en: 'no table of indicators was found in the form "{name}"',
    zh: '在“{name}”中未找到绩效指标部分',
  },
} as const satisfies Readonly<Record<string, Words & { readonly code: DiagnosticCode; readonly severity: Severity }>>;
