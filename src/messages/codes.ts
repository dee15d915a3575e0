import type { DiagnosticCode } from '../contract/document.js';
import type { Words } from './words.js';

/** What the diagnostics of a code are about, and why they matter: what `evalx explain CODE` tells. */
export const CODES = {
  'no-form-found': {
    title: { en: 'No self-evaluation form was found', zh: '未找到自评表' },
    why: {
      en: 'Where there is no form nothing was checked, and nothing has passed; other documents among the files can be let pass by setting this to off.',
      zh: '没有自评表就没有校验任何内容，不能算通过；如文件夹中另有其他文件，可将此项设为 off 予以放行。',
    },
  },
  'no-table-found': {
    title: { en: 'No table was found', zh: '未找到表格' },
    why: {
      en: 'The command that prints tables has nothing to print; the pages may be the wrong ones.',
      zh: '提取表格的命令没有可输出的内容；页码可能有误。',
    },
  },
  'page-without-text': {
    title: { en: 'A page is a picture and was not read', zh: '页面为图片，未读取' },
    why: {
      en: 'What stands on the page is not in the document: a form on it is lacking or not whole.',
      zh: '该页内容不在结果中：其上的表缺失或不完整。',
    },
  },
  'page-recognised': {
    title: { en: 'A page was read from its picture', zh: '页面由图片识别' },
    why: {
      en: 'Text that was recognised is less certain than text of the file itself.',
      zh: '识别所得文字不如文件自带文字可靠。',
    },
  },
  'ocr-low-confidence': {
    title: { en: 'OCR is not sure of characters', zh: 'OCR 对部分字符没有把握' },
    why: {
      en: 'A character may have been taken for another one; what the engine doubts is to be compared with the page.',
      zh: '字符可能被误认；引擎没有把握的内容应与原页核对。',
    },
  },
  'ocr-label-matched': {
    title: { en: 'Labels were matched although OCR doubted them', zh: '存疑的栏目名称已按已知栏目处理' },
    why: {
      en: 'If a label was taken for a wrong one, its value stands under a wrong key.',
      zh: '如果栏目认错，其内容就归到了错误的字段。',
    },
  },
  'ocr-mended': {
    title: { en: 'A recognised number was put right by arithmetic', zh: '识别的数字已按勾稽关系更正' },
    why: {
      en: 'The number in the document is not the one that was recognised; only the page says which is printed.',
      zh: '结果中的数字与最初识别的不同；以原页所印为准。',
    },
  },
  'text-layer': {
    title: { en: 'A scan has a text layer that nobody sees', zh: '扫描件带有不可见的文字层' },
    why: {
      en: 'Such a layer is what another program has read of the picture: what it says may not be what is printed.',
      zh: '文字层是其他程序对图片的识别结果，可能与所印内容不一致。',
    },
  },
  'text-unreadable': {
    title: { en: 'Text has no readable characters', zh: '文字无法读取' },
    why: {
      en: 'What is drawn in such a font can be seen but not read: it is lacking in the document.',
      zh: '这类字体的文字看得见但读不出，结果中缺少这部分内容。',
    },
  },
  'page-unreadable': {
    title: { en: 'A page could not be read, or not in whole', zh: '页面无法读取或无法完整读取' },
    why: {
      en: 'What stands on the page is not in the document, or only a part of it.',
      zh: '该页内容不在结果中，或只有一部分。',
    },
  },
  'page-over-limit': {
    title: { en: 'A page was left out because it takes too much', zh: '页面超出上限，已跳过' },
    why: {
      en: 'What stands on the page is not in the document; a larger limit lets it be read.',
      zh: '该页内容不在结果中；提高上限后可以读取。',
    },
  },
  'too-many-pages': {
    title: { en: 'The file has more pages than the limit', zh: '页数超过上限' },
    why: {
      en: 'The last pages were not read: forms on them are lacking.',
      zh: '最后几页未读取：其上的表缺失。',
    },
  },
  'pages-uncounted': {
    title: { en: 'The file has pages that it does not count', zh: '文件含有未计入的页' },
    why: {
      en: 'Pages that no viewer shows were not read; the file is damaged or made so on purpose.',
      zh: '阅读软件不显示的页未读取；文件已损坏，或有意如此制作。',
    },
  },
  'file-mended': {
    title: { en: 'The file is damaged and was put together again', zh: '文件受损，经整理后读取' },
    why: {
      en: 'Something may be lacking that was in the file before it was damaged.',
      zh: '损坏之前的部分内容可能缺失。',
    },
  },
  'value-not-a-number': {
    title: { en: 'A number could not be read', zh: '数字无法识别' },
    why: {
      en: 'The field is blank in the document although something is printed there: no sum can be checked with it.',
      zh: '表上有内容而结果中该字段为空：涉及它的合计无法核对。',
    },
  },
  'amount-in-other-unit': {
    title: { en: "An amount is not in the form's unit", zh: '金额单位与本表不一致' },
    why: {
      en: 'The amount stands as it is printed, and cannot be compared with the others.',
      zh: '该金额按原样保留，无法与其他金额比较。',
    },
  },
  'score-of-other-weight': {
    title: { en: "A score is printed with another weight than its row's", zh: '得分所附分值与该行分值不一致' },
    why: {
      en: 'One of the two weights is wrong on the form, or was read wrongly.',
      zh: '两个分值中有一个填错，或读取有误。',
    },
  },
  'label-matched': {
    title: { en: 'A label was taken for a known one', zh: '栏目名称按相近的已知栏目处理' },
    why: {
      en: 'The form words a label in its own way; if it means something else, its values stand under a wrong key.',
      zh: '该栏目名称的写法不在已知之列；如果含义不同，其内容就归到了错误的字段。',
    },
  },
  'part-not-recognised': {
    title: { en: 'A part of a form was not recognised', zh: '表的一部分未能归类' },
    why: {
      en: 'Its text has no key of its own, so that no rule checks it.',
      zh: '这部分文字没有对应的字段，任何规则都不校验它。',
    },
  },
  'text-not-placed': {
    title: { en: 'Text of a page stands in no field', zh: '页面上的文字未归入任何字段' },
    why: {
      en: 'Something that can be seen on the page is not in the document.',
      zh: '页面上可见的内容不在结果中。',
    },
  },
  'table-not-read': {
    title: { en: 'A table or a part of it was not read', zh: '表格或其中一部分未读取' },
    why: {
      en: 'Cells that were drawn are in no form of the document.',
      zh: '页面上画出的单元格不在结果的任何一张表中。',
    },
  },
  'structure-doubtful': {
    title: { en: 'The rows or columns read are not plausible', zh: '读出的行列结构存疑' },
    why: {
      en: 'No form looks like this: the table was probably taken apart in a wrong way.',
      zh: '正常的表不会如此：表格很可能拆分有误。',
    },
  },
  'value-doubtful': {
    title: { en: 'A value read is not plausible', zh: '读出的内容存疑' },
    why: {
      en: 'The value probably holds too much, too little, or what belongs to its neighbour.',
      zh: '该内容很可能多读、少读，或混入了相邻单元格的内容。',
    },
  },
  'form-incomplete': {
    title: { en: 'A form lacks a part that it promises', zh: '表不完整' },
    why: {
      en: 'The part may stand elsewhere in the file and not have been read.',
      zh: '缺少的部分可能在文件别处，而未被读取。',
    },
  },
  'text-covered': {
    title: { en: 'Text is covered by something drawn over it', zh: '文字被遮盖' },
    why: {
      en: 'What the file holds and what a reader sees are not the same.',
      zh: '文件中的内容与人所看到的不一致。',
    },
  },
  'text-not-seen': {
    title: { en: 'Text of the file is not seen on the page', zh: '文件中有页面上看不见的文字' },
    why: {
      en: 'The file says something there that its picture does not show. It may be an old value that was painted over, or one that is meant for machines alone; what is seen counts.',
      zh: '文件在该处所含的文字与页面所示不符：可能是被涂盖的旧值，也可能是专供机器读取的内容；以所见为准。',
    },
  },
  'text-not-as-seen': {
    title: { en: 'Text is something else than what is seen', zh: '文字与所见不符' },
    why: {
      en: 'The characters that the file gives to programs are not those that it shows to people: a value would be judged that nobody sees. Files made by ordinary programs do not do this.',
      zh: '文件提供给程序的字符与显示给人看的不同，所校验的将不是人所看到的值。正常软件生成的文件不会如此。',
    },
  },
  'ink-not-read': {
    title: { en: 'Something is drawn in the form that is no text', zh: '表中绘有并非文字的内容' },
    why: {
      en: 'A value may be drawn as lines or as a picture, or a stroke may make another number of one: people see it and programs do not.',
      zh: '数值可能以线条或图片绘出，或被添加的笔画改成别的数：人看得见，程序读不到。',
    },
  },
  'picture-not-checked': {
    title: { en: 'Pages could not be compared with their pictures', zh: '未能与页面图像比对' },
    why: {
      en: 'Without the canvas package no page can be drawn: text that nobody sees, or that is something else than it says, is not noticed.',
      zh: '未安装画布组件时无法绘制页面：看不见的文字、与字形不符的文字均无法发现。',
    },
  },
  'not-a-self-evaluation': {
    title: { en: 'A form of another kind was passed over', zh: '其他类型的表未列入结果' },
    why: {
      en: 'It looks like a self-evaluation form, but its title says that it is something else.',
      zh: '样式与自评表相似，但标题表明不是自评表。',
    },
  },
  'attached-documents': {
    title: { en: 'PDF files are attached', zh: '附有 PDF 文件' },
    why: {
      en: 'Each of them is read as a document of its own; what they hold does not stand in the document of the file around them.',
      zh: '每个附件作为单独的文档读取，其内容不在外层文件的结果中。',
    },
  },
  'attachment-not-read': {
    title: { en: 'An attached file was not read', zh: '有附件未读取' },
    why: {
      en: 'A form in it is lacking; files that are no PDF are never read.',
      zh: '其中的表未列入结果；非 PDF 的附件不会读取。',
    },
  },
  'xfa-form': {
    title: { en: 'The file is an XFA form', zh: '文件为 XFA 表单' },
    why: {
      en: 'Its content is not in its pages, and was not read.',
      zh: '内容不在页面中，未读取。',
    },
  },
  'corrections-applied': {
    title: { en: 'Fields were put right by a file of corrections', zh: '部分字段已按更正文件更正' },
    why: {
      en: 'The document says there what a person has said, not what was read; who wrote the file decides what it says.',
      zh: '这些字段是人工更正的值，而非读取的值；更正文件由谁编写，内容即由谁决定。',
    },
  },
  'correction-refused': {
    title: { en: 'A correction was not applied', zh: '有更正未采用' },
    why: {
      en: 'The field says what was read, although a person wanted it otherwise; evalx corrections check lists all such.',
      zh: '该字段仍是读取的值，尽管有人要求更正；evalx corrections check 可列出全部此类更正。',
    },
  },
} as const satisfies Readonly<Record<DiagnosticCode, { readonly title: Words; readonly why: Words }>>;
