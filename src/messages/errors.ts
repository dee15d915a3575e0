import type { ErrorCode } from '../contract/error-code.js';
import { LIBRARY_ERRORS } from './library/errors.js';
import type { Words } from './words.js';

/** Why an input or a command could not be used, and what to do about it; each with its code. */
export const ERRORS = {
  // The file as it is found.
  noSuchFile: { code: 'file-not-found', en: 'there is no such file; check the path', zh: '文件不存在；请检查路径' },
  nameTooLong: {
    code: 'file-not-found',
    en: 'there is no such file: the name is too long; check the path',
    zh: '文件不存在：名称过长；请检查路径',
  },
  isAFolder: {
    code: 'is-a-directory',
    en: 'this is a folder; name the PDF files in it',
    zh: '这是文件夹；请指定其中的 PDF 文件',
  },
  notAFile: {
    code: 'file-unreadable',
    en: 'this is a pipe, a device or a socket, not a file; send it to standard input and give - in its place',
    zh: '这是管道、设备或套接字，不是普通文件；请改从标准输入读取，并以 - 代替文件名',
  },
  notPermitted: {
    code: 'file-unreadable',
    en: 'the file may not be read; ask for permission to read it',
    zh: '没有读取此文件的权限；请先取得权限',
  },
  fileUnreadable: {
    code: 'file-unreadable',
    en: 'the file cannot be read ({reason}); try a copy of it',
    zh: '文件无法读取（{reason}）；请换用其副本重试',
  },
  fileEmpty: {
    code: 'file-empty',
    en: 'the file is empty; export or download it again',
    zh: '文件为空；请重新导出或下载',
  },
  fileTooLarge: {
    code: 'file-too-large',
    en: 'the file is larger than {megabytes} MB; {option:limits.bytes} allows more',
    zh: '文件超过 {megabytes} MB；可用 {option:limits.bytes} 提高上限',
  },

  folderOutside: {
    code: 'usage',
    en: '{file}: "{path}" is not below the folder of the list; name it on the command line if it is meant',
    zh: '{file}：“{path}”不在清单所在文件夹之内；如确需读取，请直接写在命令行中',
  },

  // The search through folders.
  searchTooLarge: {
    code: 'usage',
    en: '{path}: there are more than {entries} files and folders; name a smaller folder, or use --no-search-limits',
    zh: '{path}：文件和文件夹超过 {entries} 个；请指定较小的文件夹，或使用 --no-search-limits',
  },
  searchTooDeep: {
    code: 'usage',
    en: '{path}: more than {depth} folders inside one another; name the inner folder, or use --no-search-limits',
    zh: '{path}：文件夹嵌套超过 {depth} 层；请直接指定内层文件夹，或使用 --no-search-limits',
  },
  searchTooLong: {
    code: 'usage',
    en: '{path}: looking for files takes more than {seconds} s; name a smaller folder, or use --no-search-limits',
    zh: '{path}：查找文件超过 {seconds} 秒；请指定较小的文件夹，或使用 --no-search-limits',
  },

  // The PDF as a whole.
  notAPdf: {
    code: 'not-a-pdf',
    en: 'this is not a PDF; convert it to PDF first',
    zh: '这不是 PDF 文件；请先转换为 PDF',
  },
  jsonNotPdf: {
    code: 'not-a-pdf',
    en: 'this is JSON, not a PDF; if evalx parse wrote it give --input documents',
    zh: '这是 JSON，不是 PDF；如为 evalx parse 的输出，请使用 --input documents',
  },
  passwordWrong: {
    code: 'password-wrong',
    en: 'the password is wrong; give the right one with {option:password}',
    zh: '密码错误；请用 {option:password} 提供正确的密码',
  },
  passwordNeeded: {
    code: 'password-needed',
    en: 'the file is encrypted; give its password with {option:password}',
    zh: '文件已加密；请用 {option:password} 提供密码',
  },
  encryptionUnknown: {
    code: 'pdf-damaged',
    en: 'the PDF is encrypted in a way that cannot be read; save it unprotected',
    zh: 'PDF 的加密方式不受支持；请另存为未加密的文件',
  },
  pdfDamaged: {
    code: 'pdf-damaged',
    en: 'the PDF is damaged and cannot be opened; export or download it again',
    zh: 'PDF 已损坏，无法打开；请重新导出或下载',
  },
  noPages: {
    code: 'pdf-damaged',
    en: 'the PDF says that it has no pages; export it again',
    zh: 'PDF 标明的页数为零；请重新导出',
  },
  onlyPageOne: {
    code: 'page-out-of-range',
    en: 'there is no page {page}; the file has only page 1',
    zh: '没有第 {page} 页；文件只有 1 页',
  },
  pageBeyond: {
    code: 'page-out-of-range',
    en: 'there is no page {page}; the file has pages 1 to {last}',
    zh: '没有第 {page} 页；文件共 {last} 页',
  },
  pageNotSeen: { code: 'pdf-damaged', en: '{why}', zh: '{why}' },
  canvasMissing: {
    code: 'canvas-missing',
    en: 'drawing a page needs the package @napi-rs/canvas; npm install @napi-rs/canvas',
    zh: '绘制页面需要软件包 @napi-rs/canvas；请运行 npm install @napi-rs/canvas',
  },
  canvasMissingForPng: {
    code: 'canvas-missing',
    en: 'PNG needs the package @napi-rs/canvas; npm install @napi-rs/canvas, or leave out PNG for SVG',
    zh: '输出 PNG 需要软件包 @napi-rs/canvas；请运行 npm install @napi-rs/canvas，或改为输出 SVG',
  },

  // What it costs.
  takesTooLong: {
    code: 'timed-out',
    en: 'it takes more than {seconds} s of processor time; {option:limits.seconds} allows more',
    zh: '占用处理器时间超过 {seconds} 秒；可用 {option:limits.seconds} 延长时限',
  },
  picturesTakeTooLong: {
    code: 'timed-out',
    en: 'it takes more than {seconds} s of processor time (pages that are pictures: {pictures}); {option:limits.seconds} allows more, {option:pages} reads a part',
    zh: '占用处理器时间超过 {seconds} 秒（图片页：{pictures}）；可用 {option:limits.seconds} 延长时限，或用 {option:pages} 分次读取',
  },
  fewPicturesTakeTooLong: {
    code: 'timed-out',
    en: 'it takes more than {seconds} s of processor time (pages that are pictures: {pictures}); {option:limits.seconds} or {option:limits.pictureSeconds} allows more, {option:pages} reads a part',
    zh: '占用处理器时间超过 {seconds} 秒（图片页：{pictures}）；可用 {option:limits.seconds} 或 {option:limits.pictureSeconds} 延长时限，或用 {option:pages} 分次读取',
  },
  pagesTakeTooLong: {
    code: 'timed-out',
    en: 'more than {count} pages take too much processor time; {flag} allows more',
    zh: '超过 {count} 页占用处理器时间过长；可用 {flag} 延长时限',
  },
  waitsTooLong: {
    code: 'timed-out',
    en: 'it was not done after {seconds} s, which it spent waiting more than working; try again, or allow more with {option:limits.seconds}',
    zh: '{seconds} 秒后仍未完成，其间多在等待；请重试，或用 {option:limits.seconds} 延长时限',
  },
  takesTooMuch: {
    code: 'memory-exceeded',
    en: 'it takes more than {megabytes} MB; {option:limits.megabytes} allows more',
    zh: '占用内存超过 {megabytes} MB；可用 {option:limits.megabytes} 提高上限',
  },
  crashed: {
    code: 'worker-crashed',
    en: 'the reader crashed on it; please report the file',
    zh: '读取程序崩溃；请反馈此文件',
  },

  limitInvalid: {
    code: 'usage',
    en: 'the limit {name} is {value}; give a number of 0 or more',
    zh: '上限 {name} 为 {value}；请给出不小于 0 的数',
  },

  // Checking.
  ruleCrashed: {
    code: 'rule-crashed',
    en: 'the rule {rule} failed ({error}); this is a fault of evalx, please report it',
    zh: '规则 {rule} 运行出错（{error}）；这是 evalx 的故障，请反馈',
  },
  toleranceInvalid: {
    code: 'usage',
    en: 'the tolerance {name} is {value}; give a number of 0 or more',
    zh: '容差 {name} 为 {value}；请给出不小于 0 的数',
  },
  noCorrectionsHere: {
    code: 'usage',
    en: 'there is no corrections.json beside these files; give one with --corrections',
    zh: '这些文件所在文件夹中没有 corrections.json；请用 --corrections 指定',
  },
  baselineUnreadable: {
    code: 'config-invalid',
    en: '{path}: there is no baseline that can be read; write one with --update-baseline',
    zh: '{path}: 没有可读取的基线；请用 --update-baseline 生成',
  },
  baselineInvalid: {
    code: 'config-invalid',
    en: '{path}: it is no baseline of evalx; write one with --update-baseline to another file',
    zh: '{path}: 不是 evalx 的基线；请用 --update-baseline 写入其他文件',
  },
  baselineUnnamed: {
    code: 'usage',
    en: '--update-baseline needs --baseline FILE, which it writes',
    zh: '--update-baseline 须与 --baseline 文件 一并给出',
  },
  pathsMissing: {
    code: 'usage',
    en: 'there is nothing to check; give files, folders or globs',
    zh: '没有待校验的文件；请给出文件、文件夹或通配符',
  },
  configThere: {
    code: 'usage',
    en: '{path} is there already, and is left as it is',
    zh: '{path} 已存在，未作改动',
  },
  configInvalid: { code: 'config-invalid', en: '{path}: {what}', zh: '{path}: {what}' },
  configKeyInvalid: { code: 'config-invalid', en: '{path}: "{key}": {what}', zh: '{path}: “{key}”：{what}' },
  notADocument: {
    code: 'document-invalid',
    en: '{what} is no document of evalx parse{where} ({issue}); give the PDF, or what evalx parse wrote',
    zh: '{what}不是 evalx parse 输出的文档{where}（{issue}）；请提供 PDF 或 evalx parse 的输出',
  },
  notJson: {
    code: 'document-invalid',
    en: 'this is no JSON, neither whole nor by lines; give what evalx parse wrote, or --input pdf for a PDF',
    zh: '内容既不是完整的 JSON，也不是逐行的 JSON；请提供 evalx parse 的输出，PDF 请使用 --input pdf',
  },
  lineNotJson: {
    code: 'document-invalid',
    en: '{what} is no JSON; give the PDF, or what evalx parse wrote',
    zh: '{what}不是 JSON；请提供 PDF 或 evalx parse 的输出',
  },

  // Writing.
  outputIsFolder: {
    code: 'file-unwritable',
    en: 'this is a folder; name a file in it',
    zh: '这是文件夹；请指定其中的文件名',
  },
  unwritable: {
    code: 'file-unwritable',
    en: 'it cannot be written ({reason}); check the folder and the free space',
    zh: '无法写入（{reason}）；请检查文件夹和剩余空间',
  },
  plantedOutput: {
    code: 'file-unwritable',
    en: 'it is a link or pipe of another user in a folder that all may write to; remove it, or name another file',
    zh: '这是他人在公共可写文件夹中放置的链接或管道；请将其删除，或另取文件名',
  },
  outInUse: {
    code: 'out-in-use',
    en: 'process {pid} on {host} is writing there; wait for it, name another folder with --output, or remove {path} if it is gone',
    zh: '主机 {host} 上的进程 {pid} 正在写入该文件夹；请等待其结束，用 --output 另指定文件夹，或在该进程已不存在时删除 {path}',
  },
  portTaken: {
    code: 'usage',
    en: 'port {port} cannot be used ({reason}); choose another with --port',
    zh: '端口 {port} 无法使用（{reason}）；请用 --port 另选',
  },
  outOccupied: {
    code: 'out-occupied',
    en: 'it holds {name}, of another run; name another folder with --output, go on with --resume, or replace it with --force',
    zh: '其中已有另一次运行的 {name}；请用 --output 另指定文件夹，用 --resume 继续，或用 --force 覆盖',
  },
  outIsInput: {
    code: 'out-occupied',
    en: 'the PDFs are read from this very folder; name another one with --output, or write into it with --force',
    zh: '该文件夹即为输入文件夹；请用 --output 另指定文件夹，或用 --force 写入其中',
  },
  oneReviewFile: {
    code: 'usage',
    en: '{file} is one page, and there are {files} files; name a folder with --output',
    zh: '{file} 只是一个页面，而输入有 {files} 个文件；请用 --output 指定文件夹',
  },
  outOfOthers: {
    code: 'file-unwritable',
    en: 'it was not written by evalx, and is not written over; name another place with --output, or remove it',
    zh: '该文件不是 evalx 写的，不予覆盖；请用 --output 另指定位置，或将其删除',
  },
  journalUntrusted: {
    code: 'journal-untrusted',
    en: '{folder} may have been written by others, so that its results cannot be trusted; remove it, or begin anew with --force',
    zh: '{folder} 可能由他人写入，其中的结果不可信；请删除该文件夹，或用 --force 重新开始',
  },
  outputUnwritable: {
    code: 'file-unwritable',
    en: 'the output cannot be written ({reason}); check the folder and the free space, then go on with --resume',
    zh: '输出无法写入（{reason}）；请检查文件夹和剩余空间，然后用 --resume 继续',
  },

  // The queue.
  queueMissing: {
    code: 'queue-missing',
    en: 'queues need two more packages: npm install bullmq ioredis',
    zh: '使用队列还需两个软件包：npm install bullmq ioredis',
  },
  queueUnreachable: {
    code: 'queue-unreachable',
    en: 'Redis cannot be reached at {host} ({error}); is it running?',
    zh: '无法连接 {host} 上的 Redis（{error}）；请确认其正在运行',
  },
  queueRefused: {
    code: 'queue-unreachable',
    en: 'Redis at {host} refuses ({error}); check the user and the password in --redis',
    zh: '{host} 上的 Redis 拒绝访问（{error}）；请检查 --redis 中的用户名和密码',
  },
  queueAnswers: {
    code: 'queue-unreachable',
    en: 'Redis at {host} cannot do it ({error}); check the server and --name',
    zh: '{host} 上的 Redis 无法完成操作（{error}）；请检查服务器和 --name',
  },
  notARedisUrl: {
    code: 'usage',
    en: '--redis takes a URL such as redis://localhost:6379 or rediss://user:password@host:6379, with signs such as @ and % as %40 and %25',
    zh: '--redis 的值应为网址，例如 redis://localhost:6379 或 rediss://user:password@host:6379，其中 @、% 等符号写作 %40、%25',
  },
  notAQueueName: {
    code: 'usage',
    en: '--name takes a name without colons',
    zh: '--name 的值不能为空，也不能含冒号',
  },

  // The command line.
  stdinTwice: {
    code: 'usage',
    en: 'standard input can be read only once; give - once',
    zh: '标准输入只能读取一次；- 只能写一次',
  },
  outputIsInput: {
    code: 'usage',
    en: '{flag} {path} is one of the files to read; name another',
    zh: '{flag} {path} 是要读取的文件之一；请另取文件名',
  },
  outputIsChecked: {
    code: 'usage',
    en: '{flag} {path} is one of the files to check; name another',
    zh: '{flag} {path} 是要校验的文件之一；请另取文件名',
  },
  pagesMalformed: {
    code: 'usage',
    en: '--pages {list}: {why}; give pages like 1-3,5',
    zh: '--pages {list}：{why}；页码写法如 1-3,5',
  },
  initDone: {
    code: 'usage',
    en: 'there is nothing to write: {paths} is there already; remove it first to begin anew',
    zh: '无需生成：{paths} 已存在；如需重新生成，请先删除',
  },
  onePageOnly: {
    code: 'usage',
    en: '--pages {text}: give one page, counted from 1',
    zh: '--pages {text}：请指定一页，页码从 1 开始',
  },
  pngOnTerminal: {
    code: 'usage',
    en: 'a PNG is nothing for a terminal; name a file with --output',
    zh: 'PNG 不能输出到终端；请用 --output 指定文件',
  },
  workbookOnTerminal: {
    code: 'usage',
    en: 'a workbook is nothing for a terminal; name a file with --output',
    zh: '工作簿不能输出到终端；请用 --output 指定文件',
  },
  tableTooLarge: {
    code: 'file-unwritable',
    en: 'the table of {rows} rows and {columns} columns on page {page} is too large for a sheet; take another --format',
    zh: '第 {page} 页的表格有 {rows} 行 {columns} 列，超出工作表的容量；请改用其他 --format',
  },
  twoOnStdout: {
    code: 'usage',
    en: 'two formats cannot share standard output; give one of them a file with -o',
    zh: '两种格式不能同时写到标准输出；请用 -o 为其中一种指定文件',
  },
  twoInOneFile: {
    code: 'usage',
    en: 'two formats cannot share a file; name another',
    zh: '两种格式不能写到同一文件；请另取文件名',
  },
  ruleUnknown: {
    code: 'usage',
    en: '--rule {text}: there is no rule "{id}"{near}; evalx rules lists them',
    zh: '--rule {text}：没有规则“{id}”{near}；可用 evalx rules 查看全部规则',
  },
  ruleMalformed: {
    code: 'usage',
    en: '--rule {text}: give it as {id}=error, warning, info or off',
    zh: '--rule {text}：应写成 {id}=error、warning、info 或 off',
  },
  nothingGiven: {
    code: 'usage',
    en: 'give the PDF files or folders to read, or --files-from',
    zh: '请指定要读取的 PDF 文件或文件夹，或使用 --files-from',
  },
  listUnreadable: {
    code: 'usage',
    en: 'the list {file} of --files-from: {why}',
    zh: '--files-from 的清单 {file}：{why}',
  },
  noBatchHere: {
    code: 'usage',
    en: '{folder}: there is no output of evalx batch or evalx queue work here',
    zh: '{folder}: 其中没有 evalx batch 或 evalx queue work 的输出',
  },
  otherKind: {
    code: 'usage',
    en: '{folder}: shards of evalx batch and results of evalx queue work are not merged with each other',
    zh: '{folder}: evalx batch 的分片与 evalx queue work 的结果不能一起合并',
  },
  resultInvalid: {
    code: 'usage',
    en: '{file}: this is no result of evalx queue work ({problem}); remove it, or add its PDF to the queue again',
    zh: '{file}: 不是 evalx queue work 的结果（{problem}）；请删除，或将该 PDF 重新加入队列',
  },
  shardsNotGiven: { code: 'usage', en: 'give the folders of all shards', zh: '请指定全部分片的文件夹' },
  otherRun: {
    code: 'usage',
    en: '{folder}: it comes of another run than {first}: other files, settings or version',
    zh: '{folder}: 与 {first} 不是同一次运行：文件、设置或版本不同',
  },
  shardsMissing: {
    code: 'usage',
    en: '{missing} of {total} files are in none of these folders; give all shards',
    zh: '共 {total} 个文件，有 {missing} 个不在这些文件夹中；请指定全部分片',
  },
  resultMissing: {
    code: 'usage',
    en: '{path}: its result is missing, or that run did not write it; run evalx batch --resume first',
    zh: '{path}: 缺少处理结果，或该结果并非由那次运行写入；请先运行 evalx batch --resume',
  },

  // The library.
  ...LIBRARY_ERRORS,
} as const satisfies Readonly<Record<string, Words & { readonly code: ErrorCode }>>;
