import { LIBRARY_REASONS } from './library/errors.js';
import type { Words } from './words.js';

/** Parts of other messages: why something went wrong, and what to do about it. */
export const REASONS = {
  dataDamaged: { en: 'its data is damaged', zh: '页面数据损坏' },
  evalxFailed: {
    en: 'evalx failed on it: {error}; please report the file',
    zh: 'evalx 处理时出错：{error}；请反馈此文件',
  },
  readerCrashed: { en: 'the reader crashed on it; please report the file', zh: '读取程序崩溃；请反馈此文件' },
  tooManyCharacters: {
    en: 'it draws more than {limit} characters; {option:limits.items} allows more',
    zh: '字符超过 {limit} 个；可用 {option:limits.items} 提高上限',
  },
  tooManyRulings: {
    en: 'it draws more than {limit} lines, areas or images; {option:limits.rulings} allows more',
    zh: '线条、色块或图片超过 {limit} 个；可用 {option:limits.rulings} 提高上限',
  },
  pageTakesTooLong: {
    en: 'it takes too much processor time; {flag} allows more than {seconds} s',
    zh: '占用处理器时间过长；可用 {flag} 延长 {seconds} 秒的时限',
  },
  pictureTakesTooLong: {
    en: 'recognising it takes too much processor time; {flag} allows more than {seconds} s',
    zh: '识别时占用处理器时间过长；可用 {flag} 延长 {seconds} 秒的时限',
  },
  pageWaitsTooLong: {
    en: 'it was not done after {seconds} s, which it spent waiting more than working; try again, or allow more with {flag}',
    zh: '{seconds} 秒后仍未完成，其间多在等待；请重试，或用 {flag} 延长时限',
  },
  pageTakesTooMuch: {
    en: 'it takes more than {megabytes} MB; {option:limits.megabytes} allows more',
    zh: '占用内存超过 {megabytes} MB；可用 {option:limits.megabytes} 提高上限',
  },
  undecodable: {
    en: 'its images cannot be decoded; scan it again',
    zh: '图片无法解码；请重新扫描',
  },
  nothingRecognised: { en: '{engine} found no text on it', zh: '{engine} 未识别出文字' },
  installEngine: {
    en: 'to read it by OCR: {install} (evalx doctor checks it)',
    zh: '如需识别，请安装 OCR 引擎：{install}（可用 evalx doctor 检查）',
  },
  seenCovered: { en: 'something is painted over it', zh: '被后来绘制的内容遮盖' },
  seenInvisible: { en: 'it is drawn invisible', zh: '以不可见方式绘制' },
  seenTransparent: { en: 'it is transparent', zh: '文字透明' },
  seenTiny: { en: 'it is too small', zh: '字号过小' },
  seenOutside: { en: 'it stands outside of the page', zh: '位于页面之外' },
  seenPale: { en: 'it has the colour of its ground', zh: '与底色相同或相近' },
  seenBlank: { en: 'its font draws nothing', zh: '所用字体不绘制任何内容' },
  seenClipped: { en: 'a clip or a mask hides it', zh: '被裁剪或遮罩隐藏' },
  ocrIsNever: { en: '{option:ocr} never leaves it so', zh: '{option:ocr} never 表示不作识别' },
  attachmentName: { en: '"{name}"', zh: '“{name}”' },
  andMore: { en: '{count} more', zh: '另有 {count} 个' },
  either: { en: '{first}, or {second}', zh: '{first}，或 {second}' },
  labelRead: { en: '"{read}" as {label}', zh: '“{read}”按“{label}”' },

  // Why a correction was not applied, and what a field may hold.
  fileIsOther: { en: 'the file has changed, or was not given', zh: '文件已改动，或未提供' },
  fieldMissing: { en: 'the form has no such field', zh: '表中没有此字段' },
  notOneField: { en: 'this is not one field', zh: '这不是单个字段' },
  valueOfOtherKind: { en: 'the field takes {kind}', zh: '该字段应为{kind}' },
  otherOldValue: { en: 'it expects {old}, and the field says {found}', zh: '更正前应为 {old}，而该字段为 {found}' },
  kindText: { en: 'a text', zh: '文字' },
  kindNumber: { en: 'a number', zh: '数字' },
  kindInteger: { en: 'a whole number', zh: '整数' },
  kindBoolean: { en: 'true or false', zh: '逻辑值（真或假）' },
  kindChoice: { en: 'one of {choices}', zh: '{choices} 之一' },
  orNull: { en: '{kind}, or null', zh: '{kind}或空值' },

  // What is wrong with what was given.
  notAPage: { en: "'{part}' is neither a page nor a range", zh: "'{part}' 不是页码，也不是页码范围" },
  pagesFromOne: { en: 'pages count from 1', zh: '页码从 1 开始' },
  backwards: { en: "'{part}' runs backwards", zh: "'{part}' 的起止页码颠倒" },
  noSuchPage: { en: 'there is no page {page}', zh: '没有第 {page} 页' },
  configNotJson: { en: 'it is no JSON ({error})', zh: '不是 JSON（{error}）' },
  configNoFile: {
    en: 'it is no file; put a file there, or give --no-config',
    zh: '不是普通文件；请改为普通文件，或使用 --no-config',
  },
  configTooLarge: {
    en: 'it is larger than 1 MB; give another with --config',
    zh: '超过 1 MB；请用 --config 指定其他文件',
  },
  configIsLink: {
    en: 'it is a link, which may lead anywhere; if you trust it give --config {path}, else --no-config',
    zh: '这是链接，可能指向任何位置；如可信任请使用 --config {path}，否则使用 --no-config',
  },
  configOfOther: {
    en: 'it belongs to another user; if you trust it give --config {path}, else --no-config',
    zh: '此文件属于其他用户；如可信任请使用 --config {path}，否则使用 --no-config',
  },
  configTwice: {
    en: '{other} stands beside it; leave one of the two',
    zh: '同一文件夹中另有 {other}；请只保留其一',
  },
  configNotYaml: { en: 'it is no YAML ({error})', zh: '不是 YAML（{error}）' },
  configNotObeyed: {
    en: 'not obeyed: it stands with what is checked, so who handed that in may have written it; if it is yours give --trust-input-config',
    zh: '未采用：与待校验文件在一起，可能由提交者写入；如确为您的配置请使用 --trust-input-config',
  },
  configUnreadable: {
    en: 'it cannot be read ({reason}); check it, or give --no-config',
    zh: '无法读取（{reason}）；请检查，或使用 --no-config',
  },
  correctionsNoFile: {
    en: 'it is no file; put a file of corrections there, or give --no-corrections',
    zh: '不是普通文件；请改为更正文件，或使用 --no-corrections',
  },
  correctionsTooLarge: {
    en: 'it is larger than {megabytes} MB; part it by folder',
    zh: '超过 {megabytes} MB；请按文件夹拆分',
  },
  correctionsUnreadable: {
    en: 'it cannot be read ({reason}); check it, or give --no-corrections',
    zh: '无法读取（{reason}）；请检查，或使用 --no-corrections',
  },
  correctionsLink: {
    en: 'it is a link, which may lead anywhere; if you trust it give --corrections {path}, else --no-corrections',
    zh: '这是链接，可能指向任何位置；如可信任请使用 --corrections {path}，否则使用 --no-corrections',
  },
  notCorrections: {
    en: 'it is no file of corrections{where} ({issue}); mend it, or give --no-corrections',
    zh: '不是更正文件{where}（{issue}）；请修正，或使用 --no-corrections',
  },
  noSuchSetting: { en: 'there is no such setting{near}', zh: '没有此设置项{near}' },
  noSuchRule: {
    en: 'there is no such rule{near}; evalx rules lists them',
    zh: '没有此规则{near}；可用 evalx rules 查看全部规则',
  },
  didYouMean: { en: ' (did you mean {name}?)', zh: '（是否指 {name}？）' },
  thisFile: { en: 'this', zh: '此文件' },
  lineOf: { en: 'line {number}', zh: '第 {number} 行' },
  atPointer: { en: ' at {pointer}', zh: '，{pointer} 处有误' },
  resultNotKept: { en: 'its result was not kept', zh: '处理结果未能保存' },
  fileChanged: {
    en: 'the file has changed since it was added; add it again',
    zh: '文件加入队列后有改动；请重新加入',
  },
  jobMalformed: {
    en: 'the job is none of evalx: it needs "sha256", 64 hex digits, and "paths", a list of paths',
    zh: '不是 evalx 的任务：应有 "sha256"（64 位十六进制数字）和 "paths"（路径列表）',
  },
  redisAway: { en: 'Redis has gone; waiting for it', zh: 'Redis 连接中断，正在等待恢复' },
  redisBack: { en: 'Redis is back', zh: 'Redis 已恢复' },
  internalError: { en: 'internal error: {error}', zh: '内部错误：{error}' },
  pleaseReport: {
    en: 'internal error: {error}; please report it (EVALX_DEBUG=1 adds where it happened)',
    zh: '内部错误：{error}；请反馈（设置 EVALX_DEBUG=1 可显示出错位置）',
  },
  evalxFailedHere: {
    en: 'evalx itself failed on this file; please report it',
    zh: 'evalx 处理此文件时自身出错；请反馈',
  },
  noPdfHere: { en: 'there is no PDF file here; check the path', zh: '此处没有 PDF 文件；请检查路径' },
  unreadableHere: { en: 'the file cannot be read; check the path', zh: '文件无法读取；请检查路径' },
  onPage: { en: 'page {page}', zh: '第 {page} 页' },
  standardInput: { en: 'standard input', zh: '标准输入' },
  standardOutput: { en: 'standard output', zh: '标准输出' },
  leftAlone: { en: 'it is there already, and was left alone', zh: '该文件已存在，未改动' },
  oldSpelling: { en: '{old} is called {now} now; both do', zh: '{old} 现称 {now}；两者均可用' },
  commandLine: { en: 'command line', zh: '命令行' },
  inBackground: { en: 'a task in the background', zh: '后台任务' },
  fileOf: { en: 'file {file}/{files}', zh: '文件 {file}/{files}' },
  pageOf: { en: 'page {page}/{pages}', zh: '页 {page}/{pages}' },
  pageOfFile: { en: 'file {file}/{files}, page {page}/{pages}', zh: '文件 {file}/{files}，页 {page}/{pages}' },
  interrupted: {
    en: 'interrupted: {done} of {total} files are done and kept; go on with --resume',
    zh: '已中断：共 {total} 个文件，已完成并保存 {done} 个；可用 --resume 继续',
  },
  textCut: {
    en: 'the text of {length} characters at {cell} is cut: a cell holds 32,767; it is whole in documents.jsonl',
    zh: '{cell} 处的文字共 {length} 个字符，已截断（单元格最多容纳 32,767 个）；完整内容见 documents.jsonl',
  },
  tableTextCut: {
    en: 'the text of {length} characters at {cell} is cut: a cell holds 32,767; it is whole with --format json',
    zh: '{cell} 处的文字共 {length} 个字符，已截断（单元格最多容纳 32,767 个）；用 --format json 可得完整内容',
  },
  batchSummary: {
    en: '{files} files, {forms} forms, {errors} errors, {warnings} warnings; {unread}',
    zh: '{files} 个文件，{forms} 张表，{errors} 个错误，{warnings} 个警告；{unread}',
  },
  failedByHidden: {
    en: 'the run fails by what --quiet leaves out: {warnings} warnings, {info} info',
    zh: '未通过的原因在 --quiet 略去的内容中：{warnings} 个警告，{info} 个提示',
  },
  allRead: { en: 'all read', zh: '全部读取' },
  notAllRead: {
    en: '{failed} not read, {partly} read only in part: see the table of files',
    zh: '{failed} 个未能读取，{partly} 个仅读取了一部分：详见文件清单',
  },
  unknownRule: {
    en: 'unknown rule "{id}"{near}; evalx rules lists them',
    zh: '没有规则“{id}”{near}；可用 evalx rules 查看全部规则',
  },
  unknownFamily: {
    en: 'unknown family "{id}" (evalx families lists them)',
    zh: '没有样式“{id}”（可用 evalx families 查看全部样式）',
  },
  pageUnseen: { en: 'page {page} cannot be read', zh: '第 {page} 页无法读取' },

  // What is sent to `evalx review --serve`.
  sentTooMuch: { en: 'this file is too large (--max-size)', zh: '文件过大（--max-size）' },
  sentNoCorrections: { en: 'these are no corrections', zh: '提交的内容不是更正' },

  // The library.
  ...LIBRARY_REASONS,
} as const satisfies Readonly<Record<string, Words>>;
