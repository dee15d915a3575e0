import type { Words } from './words.js';

/** What the help says: commands, their arguments and options, examples. Loaded where the command line is set up. */
export const HELP = {
  program: {
    en: 'Read Chinese budget performance self-evaluation forms (绩效自评表) from PDF into JSON.',
    zh: '读取 PDF 格式的预算绩效自评表，输出结构化 JSON。',
  },
  version: { en: 'output the version number', zh: '显示版本号' },
  help: { en: 'display help for command', zh: '显示帮助' },

  // What several commands take.
  limits: { en: 'Limits:', zh: '上限：' },
  defaultIs: { en: '{what} (default: {value})', zh: '{what}（默认：{value}）' },
  timeout: {
    en: 'processor time for one file; up to 10 times that with pages that are pictures',
    zh: '单个文件的处理器时间上限；含图片页的文件最多为其 10 倍',
  },
  pageTimeout: { en: 'processor time for one page', zh: '单页的处理器时间上限' },
  ocrTimeout: {
    en: 'processor time for one page that is a picture; the file has so much more',
    zh: '单个图片页的处理器时间上限；文件的时限相应延长',
  },
  memory: { en: 'memory while one file is read', zh: '读取单个文件时的内存' },
  maxSize: { en: 'size of a file', zh: '文件大小' },
  maxPages: { en: 'pages of a file', zh: '文件页数' },
  maxItems: { en: 'characters on a page', zh: '单页字符数' },
  maxAttachments: { en: 'PDF files attached to a file', zh: '文件所附的 PDF 个数' },
  maxRulings: { en: 'lines on a page', zh: '单页线条数' },
  ocr: {
    en: 'read pages that are pictures: auto where an engine is installed (default)',
    zh: '识别图片页：auto 表示装有 OCR 引擎时识别（默认）',
  },
  pictureCheck: {
    en: 'compare what is read with the picture of the page: where pages are judged or odd, always, or never',
    zh: '将读取结果与页面图像比对：自动（用于校验、核对，或页面有异常迹象时）、始终或从不',
  },
  ocrEngine: { en: 'default: the best that is installed', zh: '默认：已安装的最佳引擎' },
  passwords: { en: 'password of encrypted files', zh: '加密文件的密码' },
  password: { en: 'password of an encrypted file', zh: '加密文件的密码' },
  pages: { en: 'read only these pages, e.g. 1-3,5', zh: '只读取这些页，如 1-3,5' },
  corrections: {
    en: 'apply these corrections; default: corrections.json beside each file',
    zh: '采用该更正文件，可多次给出；默认：各文件所在文件夹中的 corrections.json',
  },
  queueCorrections: { en: 'apply these corrections', zh: '采用该更正文件，可多次给出' },
  noCorrections: { en: 'apply no corrections', zh: '不采用任何更正' },
  pdfFiles: { en: 'PDF files; - is standard input', zh: 'PDF 文件；- 为标准输入' },
  output: {
    en: 'write there; the file appears whole or not at all',
    zh: '写入此文件；文件要么完整出现，要么不出现',
  },
  language: { en: 'language (default: of the environment)', zh: '语言（默认：随系统环境）' },
  listFormat: { en: 'for people, or JSON', zh: '供人阅读的文字，或 JSON' },
  shortForJson: { en: 'short for --format json', zh: '等同于 --format json' },
  oneFormat: { en: 'Give one format here.', zh: '此处只能给出一种格式。' },
  outFolder: { en: 'where the tables are written', zh: '表格写入的文件夹' },
  inputs: { en: 'PDF files, folders, globs', zh: 'PDF 文件、文件夹或通配符' },
  followLinks: {
    en: 'go through links to folders too, each folder once',
    zh: '同时进入指向文件夹的链接，每个文件夹只进入一次',
  },
  noSearchLimits: {
    en: 'search folders however large and deep they are',
    zh: '查找文件时不限制文件夹的大小和层数',
  },
  examples: { en: 'Examples:', zh: '示例：' },

  // parse
  parse: { en: 'read the forms of PDF files into JSON', zh: '读取 PDF 中的自评表，输出 JSON' },
  parseLong: {
    en:
      'Read every self-evaluation form of each PDF and print one JSON document per file.\n\n' +
      'One file: one document, indented on a terminal. Several files: one document a line (JSON Lines).',
    zh:
      '读取每个 PDF 中的全部自评表，每个文件输出一份 JSON。\n\n' +
      '单个文件输出一份文档，在终端上缩进显示；多个文件每行一份文档（JSON Lines）。',
  },
  parseEvidence: {
    en: 'add where each field stands: page, box, printed text',
    zh: '附上每个字段的出处：页码、位置和原文',
  },
  parseFormat: {
    en: 'json: one document indented on a terminal, several one a line; jsonl: always one a line',
    zh: 'json 为单个文件在终端上缩进、多个文件每行一份；jsonl 为始终每行一份',
  },
  parseKind: {
    en: 'which forms are read: self-evaluations (default), or targets as they were approved',
    zh: '读取哪类表：自评表（默认），或批复的绩效目标',
  },
  parseOne: { en: 'print one document', zh: '输出一份 JSON' },
  parseSeveral: { en: 'one document a line', zh: '每行一份文档' },
  parsePages: { en: 'only these pages', zh: '只读取指定页' },
  parseStdin: { en: 'from standard input', zh: '从标准输入读取' },

  // validate
  validate: { en: 'check forms as reviewers do', zh: '校验自评表' },
  validateLong: {
    en: 'Check the arithmetic and plausibility of self-evaluation forms and say where on the page it is wrong.',
    zh: '校验自评表的勾稽关系与合理性，并指出问题所在的页码和位置。',
  },
  validatePaths: {
    en: 'PDF files, folders, globs, documents that parse wrote (.json, .jsonl, .ndjson); - is standard input',
    zh: 'PDF 文件、文件夹、通配符或 parse 输出的文档（.json、.jsonl、.ndjson）；- 为标准输入',
  },
  validateInput: {
    en: 'what the inputs are, whatever their names end in (default: .json, .jsonl and .ndjson are documents)',
    zh: '输入的类型，不看扩展名（默认：.json、.jsonl、.ndjson 为文档，其余为 PDF）',
  },
  validateFormat: {
    en: 'how to print findings; several as a,b or given again, each with its own -o behind it',
    zh: '检查结果的输出格式；可用逗号分隔或多次给出，各自其后可跟一个 -o',
  },
  validateOutput: {
    en: 'where the format before it is written; - is standard output (default)',
    zh: '其前一个格式的输出文件；- 为标准输出（默认）',
  },
  validateFailOn: {
    en: 'the least severity that fails the run (default: error)',
    zh: '达到此级别的问题即判为不通过（默认：error）',
  },
  validateMaxWarnings: { en: 'more warnings than these fail the run', zh: '警告超过此数即判为不通过' },
  validateQuiet: { en: 'print errors only', zh: '只输出错误' },
  validateRule: {
    en: 'set a rule, or a diagnostic by its code, to error, warning, info or off; may be given several times',
    zh: '将规则或诊断（按其代码）设为 error、warning、info 或 off；可多次给出',
  },
  validateLang: {
    en: 'language of messages (default: of the environment)',
    zh: '信息的语言（默认：随系统环境）',
  },
  validateConfig: {
    en: 'read this config file, and search for none (default: the nearest from the working folder upward)',
    zh: '读取此配置文件，不再查找其他（默认：从当前文件夹向上查找最近的一个）',
  },
  validateNoConfig: { en: 'read no config file', zh: '不读取配置文件' },
  validatePrintConfig: {
    en: 'print the settings of the run as JSON, and check nothing',
    zh: '以 JSON 输出本次运行的设置，不作校验',
  },
  validateTrust: {
    en: 'obey a config that stands with the files too: who handed these in may have written it',
    zh: '也采用与待校验文件在一起的配置（可能由提交者写入）',
  },
  validateBaseline: {
    en: 'findings of this file are known and do not fail the run; those that are gone are told',
    zh: '此文件中的问题视为已知，不影响结果；已消除的会列出',
  },
  validateUpdateBaseline: {
    en: 'write the findings of this run to the file of --baseline',
    zh: '将本次发现的问题写入 --baseline 指定的文件',
  },
  validateJobs: { en: 'files that are read at once (default: 1)', zh: '同时读取的文件数（默认：1）' },
  validateCache: {
    en: 'keep what was found, and check only what has changed',
    zh: '保存校验结果，只重新校验有变化的文件',
  },
  validateCacheDir: {
    en: 'folder of the cache (default: evalx in the cache folder of the user); implies --cache',
    zh: '缓存文件夹（默认：用户缓存目录中的 evalx）；隐含 --cache',
  },
  validateInit: {
    en: 'write evalx.config.yaml to begin with, and check nothing',
    zh: '生成初始配置 evalx.config.yaml，不作校验',
  },
  validateTerminal: { en: 'findings on the terminal', zh: '在终端列出问题' },
  validateStrict: { en: 'a folder, strictly', zh: '从严校验整个文件夹' },
  validateFormats: { en: 'several formats at once', zh: '同时输出多种格式' },
  validateOpinion: { en: 'a review opinion to print', zh: '可打印的审核意见' },
  validateParsed: { en: 'what parse wrote', zh: '校验 parse 的输出' },

  // compare
  compare: { en: 'hold self-evaluations against the approved targets', zh: '将自评表与批复的绩效目标对照' },
  compareLong: {
    en:
      'Compare the targets that were approved with the self-evaluation: indicators that were dropped, added or reworded,\n' +
      ' targets that were lowered, weights and budgets that differ.',
    zh: '将批复的绩效目标（绩效目标申报表、目标批复表）与自评表对照，列出遗漏、新增或改名的指标，降低的指标值，以及不一致的分值和预算。',
  },
  compareApproved: {
    en: 'the approved targets: a PDF, or documents of parse --kind targets',
    zh: '批复的绩效目标：PDF 或 parse 输出的文档',
  },
  compareEvaluation: {
    en: 'the self-evaluations: a PDF, or documents of parse',
    zh: '自评表：PDF 或 parse 输出的文档',
  },
  compareTerminal: { en: 'differences on the terminal', zh: '在终端列出差异' },
  compareOpinion: { en: 'a review opinion to print', zh: '可打印的审核意见' },
  compareParsed: { en: 'read targets alone', zh: '只读取绩效目标' },

  // batch and merge
  review: { en: 'make pages for reviewing forms: see, correct, keep', zh: '生成复核页面：查看、更正、留存' },
  reviewLong: {
    en:
      'Make a page for each PDF that shows its pages beside the fields that were read, what is doubtful, and what the rules find.\n\n' +
      'It opens by double click, needs no network, and keeps what is corrected; corrections.json, which it saves, is obeyed by\n' +
      'parse, validate and batch.',
    zh:
      '为每个 PDF 生成复核页面，对照显示原页、识别出的字段、存疑之处和校验结果。\n\n' +
      '页面双击即可打开，无需联网，更正随时保存；由其保存的 corrections.json 对 parse、validate 和批量转换生效。',
  },
  reviewOut: {
    en: 'a folder, or for one PDF a file that ends in .html (default: evalx-review, or NAME.pdf.html)',
    zh: '输出文件夹；单个 PDF 也可指定 HTML 文件（默认：evalx-review，或在文件名后加 HTML 扩展名）',
  },
  reviewOpen: { en: 'open it in the browser', zh: '在浏览器中打开' },
  reviewServe: {
    en: 'give the pages on this machine, take PDFs that are dropped on them, and write corrections.json as one goes',
    zh: '在本机提供页面，可拖入 PDF，更正随时写入 corrections.json',
  },
  reviewPort: { en: 'port of --serve (default: any that is free)', zh: '--serve 的端口（默认：任一空闲端口）' },
  reviewServed: { en: 'a folder that grows, in the browser', zh: '在浏览器中复核不断增加的文件夹' },
  reviewDpi: { en: 'how fine the pages are drawn, pixels to the inch', zh: '原页图像的精细度（每英寸像素）' },
  reviewOne: { en: 'one page, opened at once', zh: '生成单个页面并立即打开' },
  reviewFolder: { en: 'a page for each PDF, and a list of them', zh: '每个 PDF 一个页面，另附清单' },

  batch: { en: 'turn a folder of PDFs into tables', zh: '将整个文件夹的 PDF 转为表格' },
  batchLong: {
    en: 'Read every PDF of folders, globs and lists into tables: reports, funds, indicators, findings, files.',
    zh: '批量读取文件夹、通配符和清单中的 PDF，输出报告、资金、指标、问题和文件等表格。',
  },
  batchPaths: { en: 'PDF files, folders (with all in them), globs', zh: 'PDF 文件、文件夹（含其全部内容）或通配符' },
  batchFilesFrom: {
    en: 'read more paths from this file, one a line or separated by NUL; - is standard input',
    zh: '从此文件读取更多路径，每行一个或以 NUL 分隔；- 为标准输入',
  },
  batchJobs: {
    en: 'processes at work (default: as many as there are processors)',
    zh: '同时工作的进程数（默认：与处理器数相同）',
  },
  batchResume: { en: 'keep what an interrupted run has done', zh: '保留中断前已完成的部分' },
  batchForce: {
    en: 'write into --output although it holds the output of another run, or is the input',
    zh: '即使 --output 中已有另一次运行的输出，或即为输入文件夹，也写入',
  },
  reviewDir: {
    en: 'folder of the reviews (evalx review -o), to which the workbook leads',
    zh: '复核页面所在文件夹（evalx review -o），工作簿链接到其中',
  },
  batchShard: {
    en: 'only the i-th of n parts of the files, for n machines',
    zh: '只处理 n 份文件中的第 i 份，用于 n 台机器分工',
  },
  batchNoTimings: {
    en: 'leave milliseconds out, so that two runs give the same bytes',
    zh: '不写耗时，使两次运行的输出完全一致',
  },
  batchLang: { en: 'language of findings (default: of the environment)', zh: '检查结果的语言（默认：随系统环境）' },
  batchFormat: {
    en: 'one or several, separated by commas (default: csv,jsonl)',
    zh: '一种或多种，用逗号分隔（默认：csv,jsonl）',
  },
  batchHeaders: {
    en: 'headers: keys in English, or Chinese (default: en; the workbook follows the language)',
    zh: '表头：英文字段名或中文（默认英文；工作簿随语言设置）',
  },
  batchLayout: {
    en: 'tables, or the sheet that reviewers work in (xlsx)',
    zh: '数据表，或评审用的工作底稿（xlsx）',
  },
  batchTables: { en: 'CSV and JSON Lines of a folder', zh: '将文件夹转为 CSV 和 JSON Lines' },
  batchWorkbook: { en: 'one workbook', zh: '一个 Excel 工作簿，中文表头' },
  batchGoOn: { en: 'go on after an interruption', zh: '中断后继续' },
  batchFirstOfTwo: { en: 'the first of two machines', zh: '两台机器中的第一台' },
  mergeBoth: { en: 'both together', zh: '合并两份结果' },
  merge: { en: 'join the shards of a batch, or what a queue has read', zh: '合并批量处理的各分片或队列的结果' },
  mergeLong: {
    en:
      'Join what evalx batch --shard wrote on several machines: the same bytes as one run gives.\n\n' +
      'Or make tables of what evalx queue work has read: a content has rows for each of its paths.',
    zh:
      '合并 evalx batch --shard 在多台机器上的输出，结果与一次运行完全一致。\n\n' +
      '也可将队列的结果转为表格，同一内容的每个路径各占一行。',
  },
  mergeFolders: {
    en: 'the --output folders of all shards, or of evalx queue work',
    zh: '全部分片或队列的 --output 文件夹',
  },

  // queue
  queue: { en: 'share the work among machines through Redis', zh: '通过 Redis 由多台机器分担工作' },
  queueLong: {
    en:
      'Share a large batch among machines through Redis (packages bullmq and ioredis). A file is read once, however often it\n' +
      'is added; jobs of a machine that dies are taken over.',
    zh:
      '通过 Redis（软件包 bullmq 和 ioredis）由多台机器共同处理大批文件。同一文件无论加入几次都只读取一次；' +
      '机器中断时，其任务由其他机器接手。',
  },
  queueRedis: { en: 'where Redis is', zh: 'Redis 的地址' },
  queueName: { en: 'name of the queue', zh: '队列名称' },
  queueAdd: { en: 'add files', zh: '加入文件' },
  queueWork: { en: 'read files until stopped', zh: '持续处理文件，直至停止' },
  queueOut: {
    en: 'folder of results that all machines see: a JSON line for each file',
    zh: '所有机器共用的结果文件夹：每个文件一行 JSON',
  },
  queueJobs: {
    en: 'files read at once (default: as many as there are processors)',
    zh: '同时读取的文件数（默认：与处理器数相同）',
  },
  queueUntilEmpty: { en: 'end when there is nothing left to do', zh: '全部处理完毕后结束' },
  queueStatus: { en: 'print how far it is as JSON', zh: '以 JSON 输出进度' },
  queueAddOnce: { en: 'add the files, once', zh: '加入文件（一次）' },
  queueEverywhere: { en: 'on every machine', zh: '在每台机器上运行' },
  queueHowFar: { en: 'how far it is', zh: '查看进度' },

  // tables
  tables: { en: 'print every table of PDF files', zh: '输出 PDF 中的全部表格' },
  tablesLong: {
    en:
      'Print every table of each PDF, forms or not, with its merged cells.\n\n' +
      'A table that goes on over pages is one table. In JSON, several files are one document a line (JSON Lines).',
    zh:
      '输出每个 PDF 中的全部表格（不限于自评表），保留合并单元格。\n\n' +
      '跨页的表格视为一张表。JSON 格式下，多个文件每行一份文档（JSON Lines）。',
  },
  tablesFormat: { en: 'what to print', zh: '输出格式' },
  tablesJson: { en: 'tables as JSON', zh: '以 JSON 输出表格' },
  tablesCsv: { en: 'opens in a spreadsheet', zh: '可用电子表格软件打开' },
  tablesHtml: { en: 'merged cells as they are', zh: '保留合并单元格' },
  tablesXlsx: { en: 'a sheet for each table', zh: '每张表一个工作表' },

  // inspect
  inspect: { en: 'draw what was understood of a page', zh: '画出对页面的识别结果' },
  inspectLong: {
    en: 'Draw one page with what evalx believed of it, as SVG: good to attach to a bug report.',
    zh: '把一页及其识别结果画成 SVG，便于反馈问题时附上。',
  },
  pdfFile: { en: 'PDF file; - is standard input', zh: 'PDF 文件；- 为标准输入' },
  inspectPage: { en: 'the page, from 1 (default: 1)', zh: '页码，从 1 开始（默认：1）' },
  inspectStage: { en: 'how far', zh: '画到哪个阶段' },
  inspectOutput: { en: 'write there; NAME.png becomes a PNG', zh: '写入此文件；文件名以 .png 结尾时输出 PNG' },
  inspectFormat: {
    en: 'default: SVG, or as the name of the output ends; PNG needs @napi-rs/canvas',
    zh: '默认为 SVG，或依输出文件的扩展名；输出 PNG 需要 @napi-rs/canvas',
  },
  inspectPng: { en: 'short for --format png', zh: '等同于 --format png' },
  stages: { en: 'Stages:', zh: '阶段：' },
  stageItems: { en: 'characters as they were read', zh: '读到的字符' },
  stageRulings: { en: 'lines, put together; edges of coloured areas', zh: '合并后的表格线；色块的边缘' },
  stageRegions: {
    en: 'sheets, tables and loose lines of this page',
    zh: '本页的版面、表格和表外文字',
  },
  stageSeparators: { en: 'boundaries of columns, and what made them', zh: '列的边界及其依据' },
  stageRows: { en: 'boundaries of rows, and what made them', zh: '行的边界及其依据' },
  stageCells: { en: 'cells of this page, with their text', zh: '本页的单元格及其文字' },
  stageTables: { en: 'tables, put together over all pages', zh: '跨页合并后的表格' },
  inspectBrowser: { en: 'open it in a browser', zh: '用浏览器打开' },
  inspectPicture: { en: 'as a picture', zh: '输出图片' },

  // rules and explain
  rules: { en: 'list the rules of validate', zh: '列出校验规则' },
  rulesLong: {
    en: 'List the rules that validate checks, and the diagnostics that are findings too, with their default severity.',
    zh: '列出 validate 的全部校验规则，以及同样作为问题列出的诊断，并给出默认级别。',
  },
  explain: { en: 'explain a rule of validate, or a diagnostic', zh: '说明一条校验规则或一种诊断' },
  explainLong: {
    en: 'Say what a rule checks, why, and show a form that fails it and one that passes; or what a diagnostic is about.',
    zh: '说明规则的内容和依据，并给出不通过和通过的示例；或说明诊断的含义。',
  },
  explainRule: { en: 'id of a rule, or code of a diagnostic', zh: '规则编号或诊断代码' },

  // families
  families: { en: 'list the families of templates that are known', zh: '列出已知的自评表样式' },
  familiesLong: {
    en: 'List the families of templates that are known; with the id of one, its labels and what they map to.',
    zh: '列出已知的自评表样式；给出编号时，列出该样式的栏目及其对应的字段。',
  },
  familiesId: { en: 'a family', zh: '样式编号' },
  familiesOthers: {
    en:
      'Forms of any other family are read by their labels all the same; what fits no known block is kept in "extra", and a\n' +
      'diagnostic says so.',
    zh: '其他样式的自评表同样按栏目名称读取；无法归类的内容保留在 extra 中，并给出诊断信息。',
  },

  // schema
  schema: { en: 'print the JSON Schema of the JSON', zh: '输出 JSON 的 JSON Schema' },
  schemaLong: {
    en: 'Print the JSON Schema (draft 2020-12) of what a command prints, or of evalx.config.json.',
    zh: '输出命令结果或 evalx.config.json 的 JSON Schema（draft 2020-12）。',
  },
  schemaOf: { en: 'whose schema', zh: '对象' },

  // corrections
  correctionsCommand: { en: 'list, check and merge files of corrections', zh: '列出、核对、合并更正文件' },
  correctionsLong: {
    en: 'A file of corrections says which fields a person has put right and which findings are let stand; parse, validate and batch apply it.',
    zh: '更正文件记录人工更正的字段和已认可的问题；读取、校验和批量处理时均会采用。',
  },
  correctionsList: { en: 'say in words what is in them', zh: '用文字列出其中内容' },
  correctionsCheck: {
    en: 'say which do not fit the PDF files; exit code 1 if any',
    zh: '列出与 PDF 不符的更正；如有则退出码为 1',
  },
  correctionsMerge: {
    en: 'join several; what contradicts itself is told and left out; exit code 1 if any',
    zh: '合并多个文件；相互矛盾的更正会列出且不写入；如有则退出码为 1',
  },
  correctionsFiles: { en: 'files of corrections', zh: '更正文件' },

  // doctor
  doctor: { en: 'check the installation: Node, canvas, fonts, OCR', zh: '检查安装情况：Node、画布、字体、OCR' },
  doctorLong: {
    en: 'Try what evalx stands on, and say how to install what is missing.',
    zh: '逐项检查 evalx 所依赖的环境，并说明缺少的部分如何安装。',
  },
  doctorExit: {
    en: 'The exit code is 0 where PDFs with text can be read: canvas, fonts and OCR engines are for more than that.',
    zh: '能读取有文字层的 PDF 时退出码为 0；画布、字体和 OCR 引擎用于其他功能。',
  },

  // init
  init: { en: 'write a config, and a file for CI', zh: '生成配置文件和 CI 文件' },
  initLong: {
    en: 'Write what checking forms begins with: evalx.config.yaml, with every setting explained, and the file of a CI system.',
    zh: '生成校验所需的起始文件：配置文件（逐项说明），以及所选 CI 系统的文件。',
  },
  initFolder: { en: 'where', zh: '写入的文件夹' },
  initCi: { en: 'also write the file of this CI system', zh: '同时生成该 CI 系统的文件' },
  initConfig: { en: 'the config alone', zh: '只生成配置文件' },
  initBoth: { en: 'and a job that checks what is handed in', zh: '另生成校验报送文件的任务' },

  // completion
  completion: { en: 'print a script that completes commands in a shell', zh: '输出命令行补全脚本' },
  completionLong: {
    en: 'Print a script that makes a shell complete the commands of evalx, their options and the values of these.',
    zh: '输出命令行补全脚本，可补全命令、选项及其取值。',
  },
  completionShell: { en: 'the shell', zh: '所用的命令行环境' },
  completionStart: { en: 'where the shell begins', zh: '写入启动脚本' },
  completionFolder: { en: 'where the shell looks for completions', zh: '写入补全脚本所在的文件夹' },
  completionProfile: { en: 'in the profile', zh: '写入配置文件' },

  // Exit codes.
  exitCodes: { en: 'Exit codes:', zh: '退出码：' },
  exitFine: { en: 'fine', zh: '正常' },
  exitFindings: { en: 'findings that fail the run (--fail-on)', zh: '校验发现问题，未通过（--fail-on）' },
  exitFault: { en: 'wrong usage, or a fault of evalx itself', zh: '用法错误，或 evalx 自身故障' },
  exitUnread: { en: 'some input could not be read', zh: '部分输入无法读取' },
  exitInterrupted: { en: 'interrupted', zh: '已中断' },

  // What is wrong with the value of an option.
  fromOneOn: { en: 'It must be a number from 1 on.', zh: '须为不小于 1 的整数。' },
  fromZeroOn: { en: 'It must be a number from 0 on.', zh: '须为不小于 0 的整数。' },
  unknownFormat: {
    en: 'There is no format "{name}"; choose of {formats}.',
    zh: '没有格式“{name}”；可选 {formats}。',
  },
  shardMalformed: { en: 'Give it as i/n, such as 1/4.', zh: '应写成 i/n，例如 1/4。' },
  formatFirst: {
    en: 'Give a format with -f before it; {format} has a file.',
    zh: '请先用 -f 给出格式；{format} 已有输出文件。',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** The words of commander itself: its headings and the end of a usage error. English is commander's own. */
export const COMMANDER = {
  usage: { en: 'Usage:', zh: '用法：' },
  arguments: { en: 'Arguments:', zh: '参数：' },
  options: { en: 'Options:', zh: '选项：' },
  commands: { en: 'Commands:', zh: '命令：' },
  someOptions: { en: '[options]', zh: '[选项]' },
  aCommand: { en: '[command]', zh: '[命令]' },
  choices: { en: '(choices: {values})', zh: '（可选：{values}）' },
  byDefault: { en: '(default: {value})', zh: '（默认：{value}）' },
  seeHelp: { en: '{what}; see {command} --help', zh: '{what}；参见 {command} --help' },
} as const satisfies Readonly<Record<string, Words>>;

/** The usage errors of commander: its sentence as a pattern, whose groups are the values of the Chinese one. */
export const USAGE_ERRORS: readonly { readonly pattern: RegExp; readonly zh: string }[] = [
  { pattern: /^unknown option '(?<option>.*?)'/su, zh: '未知选项“{option}”' },
  { pattern: /^unknown command '(?<command>.*?)'/su, zh: '未知命令“{command}”' },
  { pattern: /^missing required argument '(?<name>.*?)'/su, zh: '缺少参数“{name}”' },
  { pattern: /^option '(?<option>.*?)' argument missing/su, zh: '选项“{option}”缺少参数值' },
  { pattern: /^required option '(?<option>.*?)' not specified/su, zh: '缺少必需的选项“{option}”' },
  {
    pattern: /^option '(?<option>.*?)' argument '(?<value>.*)' is invalid\. Allowed choices are (?<choices>.*)/su,
    zh: '选项“{option}”的值“{value}”无效；可选值为 {choices}',
  },
  {
    pattern: /^option '(?<option>.*?)' argument '(?<value>.*)' is invalid\. (?<why>.*)/su,
    zh: '选项“{option}”的值“{value}”无效：{why}',
  },
  {
    pattern:
      /^too many arguments(?: for '(?<command>.*?)')?\. Expected (?<expected>\d+) arguments? but got (?<given>\d+)/su,
    zh: '参数过多：应为 {expected} 个，实为 {given} 个',
  },
];

/** How commander ends a sentence about a slip of the pen. */
export const SUGGESTION: { readonly pattern: RegExp; readonly zh: string } = {
  pattern: /\(Did you mean (?:one of )?(?<names>.*?)\?\)/su,
  zh: '（是否指 {names}？）',
};
