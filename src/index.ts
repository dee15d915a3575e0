export type {
  BBox,
  Corrected,
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
export type { Mark, PageDrawing, Role, Stage } from './contract/drawing.js';
export type { ErrorCode } from './contract/error-code.js';
export type { Finding, Language, RuleInfo } from './contract/findings.js';
export type { Accepted, Correction, Corrections } from './contract/schema/corrections.js';
export type { PdfTable, TableCell, TablesDocument } from './contract/tables.js';
export { acceptFindings } from './corrections/accept.js';
export { type Applied, applyCorrections, type Refusal, type Refused } from './corrections/apply.js';
export { type Conflict, type Merged, mergeCorrections } from './corrections/merge.js';
export { EvalxError } from './errors.js';
export { type Inspection, type InspectOptions, inspect } from './inspect.js';
export { READING_LIMITS, type ReadingLimits, type UnreadPage } from './limits.js';
export type { ReadingOptions } from './pages/reading-options.js';
export { type ParseOptions, type ParseResult, parse } from './parse.js';
export type { Attachment } from './reader/objects/attached-files.js';
export { type Family, type FamilyLabel, listFamilies } from './sections/vocabulary/families.js';
export { findTables, type TablesResult } from './tables.js';
export { type CheckInput, DEFAULT_SETTINGS, type ValidationSettings, validate } from './validator/validate.js';
