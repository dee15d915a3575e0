import type { ErrorCode } from '../../contract/error-code.js';
import type { Words } from '../words.js';

/** What callers of the library are told who give it what it cannot take. */
export const LIBRARY_ERRORS = {
  inputOfOtherKind: {
    code: 'usage',
    en: 'a PDF is given as a path, a file: URL, a Uint8Array, an ArrayBuffer, a Blob or a File; this is {kind}',
    zh: 'PDF 应以路径、本地文件 URL、Uint8Array、ArrayBuffer、Blob 或 File 提供；收到的是 {kind}',
  },
  inputIsPromise: {
    code: 'usage',
    en: 'this is a promise of a PDF; await it, and give what it resolves to',
    zh: '收到的是 Promise；请先 await，再提供其结果',
  },
  inputIsStream: {
    code: 'usage',
    en: 'this is a stream, and a PDF is read from its end; collect its bytes first, and give a Uint8Array',
    zh: '收到的是流，而 PDF 须从末尾读起；请先收集全部字节，再以 Uint8Array 提供',
  },
  inputIsText: {
    code: 'usage',
    en: 'this is the content of a PDF as text, which has lost bytes; read the file without an encoding, and give its bytes',
    zh: '收到的是以文本读取的 PDF 内容，字节已损失；请不指定编码读取文件，再提供其字节',
  },
  inputEmptyPath: { code: 'usage', en: 'the path is empty; give that of a PDF', zh: '路径为空；请提供 PDF 的路径' },
  inputNotAFileUrl: {
    code: 'usage',
    en: 'a URL of {protocol} is not fetched; download it, and give its bytes',
    zh: '不会下载 {protocol} 网址；请自行下载后提供其字节',
  },
  optionsOfOtherKind: { code: 'usage', en: '{name} is {kind}; give an object', zh: '{name} 为 {kind}；应为对象' },
  optionMistyped: { code: 'usage', en: 'there is no {name}{near}', zh: '没有 {name}{near}' },
  optionUnknown: {
    code: 'usage',
    en: 'there is no {name}; known are {names}',
    zh: '没有 {name}；可用的有 {names}',
  },
  optionInvalid: { code: 'usage', en: '{name} is {value}; give {what}', zh: '{name} 为 {value}；应为{what}' },
  resultOfOtherKind: {
    code: 'usage',
    en: 'results are what parse returns, or documents, one or an array of them; this is {kind}',
    zh: '结果应为 parse 的返回值或文档，可为一个或数组；收到的是 {kind}',
  },
  inputsOfOtherKind: {
    code: 'usage',
    en: 'many PDFs are given as an array or another iterable of them; this is {kind}',
    zh: '多个 PDF 应以数组或其他可迭代对象提供；收到的是 {kind}',
  },
  readingFailed: {
    code: 'worker-crashed',
    en: 'evalx failed on it: {error}; please report the file',
    zh: 'evalx 处理时出错：{error}；请反馈此文件',
  },
} as const satisfies Readonly<Record<string, Words & { readonly code: ErrorCode }>>;

/** Parts of these, and what options of limits are called. */
export const LIBRARY_REASONS = {
  kindList: { en: 'an array', zh: '数组' },
  kindPages: { en: 'an array of page numbers, from 1 on', zh: '页码数组，从 1 起' },
  kindPage: { en: 'a page number, from 1 on', zh: '页码，从 1 起' },
  kindFunction: { en: 'a function', zh: '函数' },
  kindSignal: { en: 'an AbortSignal', zh: '中止信号（AbortSignal）' },
  kindAmount: { en: 'a number of 0 or more', zh: '不小于 0 的数' },
  kindMore: { en: 'a number of more than 0', zh: '大于 0 的数' },
  kindCount: { en: 'a whole number of 1 or more', zh: '不小于 1 的整数' },
  optionPageSeconds: { en: '{option:limits.pageSeconds}', zh: '{option:limits.pageSeconds}' },
  optionPictureSeconds: { en: '{option:limits.pictureSeconds}', zh: '{option:limits.pictureSeconds}' },
} as const satisfies Readonly<Record<string, Words>>;
