import type { Words } from './words.js';

/** What stands on the terminal beside findings and errors: progress, what a command lists, what doctor finds. */
export const TERMINAL = {
  // The progress of a batch.
  perSecond: { en: '{rate}/s', zh: '{rate} 份/秒' },
  timeLeft: { en: 'left {time}', zh: '剩余 {time}' },
  failedSoFar: { en: 'failed {failed}', zh: '失败 {failed}' },

  // Corrections.
  correctionsDone: {
    en: 'fields put right: {fields}, in files: {files}',
    zh: '已更正字段 {fields} 处，涉及文件 {files} 个',
  },
  findingsAccepted: { en: 'findings accepted: {accepted}', zh: '已认可问题 {accepted} 个' },
  correctionsUnused: {
    en: 'entries for files that were not read, or have changed since: {unused}',
    zh: '另有 {unused} 条所属文件未读取，或已改动',
  },

  correctionsNotOfPages: {
    en: 'not applied with --pages, which gives forms other numbers',
    zh: '使用 --pages 时不采用更正，因为表的序号不同',
  },
  fieldOfForm: { en: 'form {number}', zh: '表 {number}' },
  fieldOfFund: { en: 'funds row {number}{name}', zh: '资金第 {number} 行{name}' },
  fieldOfIndicator: { en: 'indicator {number}{name}', zh: '指标 {number}{name}' },
  correctionEntry: { en: '{where}: {old} becomes {value}', zh: '{where}：{old} 改为 {value}' },
  correctionRefusedEntry: {
    en: 'refused: {where}: {old} does not become {value}: {why}',
    zh: '未采用：{where}：{old} 改为 {value}：{why}',
  },
  acceptedEntry: { en: 'accepted: {rule}, {where}', zh: '已认可：{rule}，{where}' },
  acceptedGone: {
    en: 'accepted, but not found: {rule}, {where}',
    zh: '已认可，但未发现此问题：{rule}，{where}',
  },
  pdfNotHere: { en: 'a PDF that is not here: {hash}', zh: '此处没有的 PDF：{hash}' },
  correctionsListed: {
    en: 'corrections: {corrections}, accepted findings: {accepted}, files: {files}',
    zh: '更正 {corrections} 处，已认可问题 {accepted} 个，涉及文件 {files} 个',
  },
  correctionsChecked: {
    en: 'corrections that fit: {fit}, refused: {refused}',
    zh: '可采用的更正 {fit} 处，未采用 {refused} 处',
  },
  correctionsConflict: {
    en: '{path} of {hash}: {values} contradict each other; they are left out, decide for one',
    zh: '{hash} 的 {path}：{values} 相互矛盾，均未写入；请确定其一',
  },

  // explain and families
  source: { en: 'Source: {source}', zh: '依据：{source}' },
  mending: { en: 'To mend it: {mend}', zh: '修改建议：{mend}' },
  failing: { en: 'Fails: {example}', zh: '不通过的示例：{example}' },
  passing: { en: 'Passes: {example}', zh: '通过的示例：{example}' },
  saying: { en: 'Says: {sentence}', zh: '提示：{sentence}' },
  tolerances: { en: 'Tolerances: {tolerances}', zh: '容差：{tolerances}' },
  ofReader: {
    en: 'Diagnostics of the reader, which are findings too:',
    zh: '读取时的诊断，同样作为问题列出：',
  },
  codeOfReader: { en: '{code} ({severity}), a diagnostic of the reader', zh: '{code} ({severity})，读取时的诊断' },
  sayingWith: { en: 'Says ({severity}): {sentence}', zh: '提示（{severity}）：{sentence}' },
  notPassed: {
    en: 'A file with such an error has not passed (exit code 3), whatever --fail-on says, unless this is set to warning, info or off.',
    zh: '有此类错误的文件不算通过（退出码 3），与 --fail-on 无关；将此项设为 warning、info 或 off 则不再如此。',
  },
  switchOff: { en: 'Switch it off: {command}', zh: '关闭此规则：{command}' },
  familySource: { en: 'source: {source}', zh: '出处：{source}' },
  familyTitles: { en: 'titles: {titles}', zh: '标题：{titles}' },

  // Outputs for people.
  noTables: { en: 'No table was found.', zh: '未找到表格。' },
  tableSize: { en: 'table {number}: {rows} rows, {columns} columns', zh: '表 {number}：{rows} 行 {columns} 列' },
  byRulings: { en: '{table}; its columns are drawn', zh: '{table}；列由线条划分' },
  byText: { en: '{table}; its columns follow from the text', zh: '{table}；列由文字位置划分' },
  sheet: { en: 'sheet {number}', zh: '版面 {number}' },
  columnBoundary: {
    en: 'table {table}, boundary {number} of its columns: {made}',
    zh: '表 {table}，列边界 {number}：{made}',
  },
  rowBoundary: {
    en: 'table {table}, boundary {number} of its rows: {made}',
    zh: '表 {table}，行边界 {number}：{made}',
  },
  madeByLine: { en: 'drawn', zh: '线条' },
  madeByArea: { en: 'edge of a coloured area', zh: '色块边缘' },
  madeByText: { en: 'text', zh: '文字' },

  pictureReduced: {
    en: 'the page is too large for a PNG of two pixels a point; it is drawn on {width} x {height} pixels, SVG shows all of it',
    zh: '页面过大，无法按每点两像素输出 PNG；已缩小为 {width} x {height} 像素，SVG 可显示全部细节',
  },

  // doctor
  works: { en: 'ok      {what}: {found}', zh: '正常  {what}：{found}' },
  fails: { en: 'missing {what}: {problem}; to install: {install}', zh: '缺少  {what}：{problem}；安装：{install}' },
  node: { en: 'Node.js', zh: 'Node.js' },
  reader: { en: 'PDF reader', zh: 'PDF 读取' },
  canvas: {
    en: 'canvas, for inspect --png and for pages that OCR must draw',
    zh: '画布，用于 inspect --png 和需要绘制后识别的页',
  },
  fonts: { en: 'font for Chinese, for inspect --png', zh: '中文字体，用于 inspect --png' },
  paddle: { en: 'OCR by PP-OCR', zh: 'OCR 引擎 PP-OCR' },
  tesseract: { en: 'OCR by Tesseract', zh: 'OCR 引擎 Tesseract' },
  broken: { en: 'evalx does not work here.', zh: 'evalx 无法在此环境中运行。' },
  scansRead: {
    en: 'PDFs with text are read, and scans by {engine}',
    zh: '可读取有文字层的 PDF；扫描件由 {engine} 识别',
  },
  scansUnread: {
    en: 'PDFs with text are read; scans need one of the OCR engines.',
    zh: '可读取有文字层的 PDF；扫描件需安装任一 OCR 引擎。',
  },
  notInstalled: { en: 'not installed', zh: '未安装' },
  doesNotWork: { en: 'does not work', zh: '无法使用' },
  doesNotWorkAs: { en: 'does not work ({error})', zh: '无法使用（{error}）' },
  readsOtherwise: { en: 'it reads "{read}" where "{written}" is written', zh: '将“{written}”识别为“{read}”' },
  languageMissing: { en: 'its language {language} is not installed', zh: '未安装其语言包 {language}' },
  endedWith: { en: '{program} ended with {end}', zh: '{program} 异常退出（{end}）' },
  endCode: { en: 'code {code}', zh: '退出码 {code}' },
  needsCanvas: { en: 'needs the canvas', zh: '需要画布' },
  olderThan: { en: '{version} is older than {least}', zh: '{version} 低于所需的 {least}' },
  mapsMissing: {
    en: 'the character maps of pdfjs-dist are not where it was installed',
    zh: '在安装位置找不到 pdfjs-dist 的字符映射表',
  },
  drawsNothing: { en: 'it draws nothing', zh: '无法绘制' },
  noFont: { en: 'no font for Chinese', zh: '没有中文字体' },

  // review
  reviewWritten: { en: 'the review is in {file}; open it in a browser', zh: '复核页面已写入 {file}，请用浏览器打开' },
  reviewServed: {
    en: 'the review is at {address} until it is interrupted; corrections go to {file}',
    zh: '复核页面：{address}（中断运行即结束）；更正写入 {file}',
  },
  browserMissing: { en: 'no browser could be started; open {file} yourself', zh: '无法启动浏览器；请自行打开 {file}' },

  // Settings of validate.
  configWritten: { en: 'written: a config to begin with', zh: '已生成初始配置' },
  suppressionExpired: {
    en: 'a suppression of {rule} ended on {until}, and counts no longer: {reason}',
    zh: '对 {rule} 的忽略已于 {until} 到期，不再生效：{reason}',
  },
} as const satisfies Readonly<Record<string, Words>>;
