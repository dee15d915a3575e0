export type { Mark, PageDrawing, Role, Stage } from './contract/drawing.js';
export type { ErrorCode } from './contract/error-code.js';
export type { Language, RuleInfo } from './contract/findings.js';
export type {
  Accepted,
  AcceptedFinding,
  BBox,
  Claim,
  Conclusion,
  Corrected,
  Correction,
  Corrections,
  Diagnostic,
  DiagnosticCode,
  EvalxDocument,
  Evidence,
  Finding,
  FundKind,
  FundRow,
  Funds,
  Goals,
  Indicator,
  PdfTable,
  Place,
  Project,
  Report,
  Severity,
  Source,
  TableCell,
  TablesDocument,
  Total,
} from './contract/schema/types.js';
export type { ToleranceName, Tolerances } from './contract/tolerances.js';
export { acceptFindings } from './corrections/accept.js';
export { type Applied, applyCorrections, type Refusal, type Refused } from './corrections/apply.js';
export { type Conflict, type Merged, mergeCorrections } from './corrections/merge.js';
export { EvalxError } from './errors.js';
export type { Inspection } from './inspect.js';
export type { PdfInput } from './library/input.js';
export { findTables, type InspectOptions, inspect, type ParseOptions, parse } from './library/parse.js';
export { type ManyOutcome, type ParseManyOptions, parseMany } from './library/parse-many.js';
export type { ReadLimits, ReadOptions } from './library/reading-options.js';
export { type Checkable, type CheckSettings, validate } from './library/validate.js';
export { READING_LIMITS, type ReadingLimits, WORK_LIMITS, type WorkLimits } from './limits.js';
export type { ParseResult } from './parse.js';
export type { Attachment } from './reader/objects/attachment.js';
export { type Family, type FamilyLabel, listFamilies } from './sections/vocabulary/families.js';
export type { TablesResult } from './tables.js';
export { DEFAULT_SETTINGS, type ValidationSettings } from './validator/validate.js';
