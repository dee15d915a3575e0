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
  textNotPlaced: {
    code: 'text-not-placed',
    severity: 'warning',
    en: 'a text of the form is in no field of the document: "{text}"; look at the page',
    zh: '表中有文字未归入任何字段：“{text}”；请核对原页',
  },
  textsNotPlaced: {
    code: 'text-not-placed',
    severity: 'warning',
    en: '{count} more texts of the form are in no field of the document; look at the page',
    zh: '表中另有 {count} 处文字未归入任何字段；请核对原页',
  },
  textOverprinted: {
    code: 'value-doubtful',
    severity: 'warning',
    en: 'characters stand on each other in "{text}", which may be two texts; compare it with the page',
    zh: '“{text}”处文字重叠，可能混有两段文字；请与原页核对',
  },
  textRunsOver: {
    code: 'value-doubtful',
    severity: 'warning',
    en: 'a text runs over a border, which cuts it at "{text}"; compare it with the page',
    zh: '文字越过表格线，在“{text}”处被截断；请与原页核对',
  },
  numbersStacked: {
    code: 'value-doubtful',
    severity: 'warning',
    en: 'numbers stand under each other in one cell and were read as "{text}"; rows may lack their borders',
    zh: '同一单元格内有上下排列的多个数字，读为“{text}”；可能缺少行线',
  },
  rowRepeated: {
    code: 'structure-doubtful',
    severity: 'warning',
    en: 'one name stands for {count} indicators; rows may have been read that are not there',
    zh: '同一指标名称对应 {count} 行指标；可能读出了并不存在的行',
  },
  rowNameless: {
    code: 'structure-doubtful',
    severity: 'warning',
    en: 'an indicator has a weight or score and no name; compare the row with the page',
    zh: '有指标仅有分值或得分而无名称；请将该行与原页核对',
  },
  groupCrossed: {
    code: 'structure-doubtful',
    severity: 'warning',
    en: 'the cell "{text}" is merged over rows of two groups; a border may be missing or too many',
    zh: '单元格“{text}”跨两组行合并；可能缺少或多出表格线',
  },
  bracketOpen: {
    code: 'value-doubtful',
    severity: 'warning',
    en: 'a bracket is opened in "{text}" and closed in the next cell; a border may cut the text',
    zh: '“{text}”中的括号在相邻单元格才闭合；文字可能被表格线截断',
  },
  labelParted: {
    code: 'structure-doubtful',
    severity: 'warning',
    en: 'two cells hold one label: "{text}"; a border may be too many',
    zh: '一个栏目名称分在两个单元格中：“{text}”；可能多出表格线',
  },
  labelAsValue: {
    code: 'value-doubtful',
    severity: 'warning',
    en: 'the label "{text}" was read as a value; compare it with the page',
    zh: '栏目名称“{text}”被读作内容；请与原页核对',
  },
  titleMissing: {
    code: 'form-incomplete',
    severity: 'warning',
    en: 'a form has no title and may be a part of the one before or beside it; look where it begins',
    zh: '本表没有标题，可能是前一张或并排另一张表的一部分；请核对该表从何处开始',
  },
  totalMissing: {
    code: 'form-incomplete',
    severity: 'warning',
    en: 'the form has scores and no total (总分); look whether a part of it was not read',
    zh: '本表有得分而无总分；请核对是否有内容未读取',
  },
  textCovered: {
    code: 'text-covered',
    severity: 'info',
    en: 'text lies under what was painted over it and was not read: "{text}"',
    zh: '有文字被后来绘制的内容遮盖，未读取：“{text}”',
  },
  indicatorsNotRead: {
    code: 'table-not-read',
    severity: 'error',
    en: 'a table that looks like indicators (绩效指标) belongs to no form that was read; look at the page',
    zh: '有一张疑似绩效指标的表格未归入任何自评表；请核对原页',
  },
  tableNotRead: {
    code: 'table-not-read',
    severity: 'warning',
    en: 'a table behind a form was not read as a part of it; look whether it goes on there',
    zh: '自评表之后的表格未作为该表内容读取；请核对表格是否在此续接',
  },
  noIndicators: {
    code: 'part-not-recognised',
    severity: 'warning',
    en: 'no table of indicators was found in the form "{name}"',
    zh: '在“{name}”中未找到绩效指标部分',
  },
} as const satisfies Readonly<Record<string, Words & { readonly code: DiagnosticCode; readonly severity: Severity }>>;
