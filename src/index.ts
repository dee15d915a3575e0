export type {
  BBox,
  Diagnostic,
  DiagnosticCode,
  EvalxDocument,
  Evidence,
  FundKind,
  FundRow,
  Indicator,
  Report,
  Severity,
} from './contract/document.js';
export { type ErrorCode, EvalxError } from './errors.js';
export { type ParseOptions, type ParseResult, parse } from './parse.js';
