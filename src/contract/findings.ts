import { z } from 'zod';
import { bboxSchema, severitySchema } from './schema/remarks.js';
import type { Finding } from './schema/types.js';

/** What `evalx validate` finds: the one definition. Types, JSON Schema and docs/contract.md derive from it. */

export const findingSchema = z
  .strictObject({
    rule: z
      .string()
      .min(1)
      .describe('Id of the rule, or the code of a diagnostic: `evalx explain RULE` tells about either'),
    severity: severitySchema.describe(
      'That of the settings where they name one, else that of the fault, or of the rule',
    ),
    message: z
      .string()
      .min(1)
      .describe('One sentence in the language of the run; of a diagnostic, as the document says it'),
    file: z.string().describe('As given on the command line; for a document read back from JSON, its `source.file`'),
    report: z
      .int()
      .min(0)
      .nullable()
      .describe('Index of the form in `reports`; null for a diagnostic whose page is of no form, or of several'),
    path: z.string().describe('JSON Pointer into the document; that of a diagnostic is `/diagnostics/N`'),
    page: z
      .int()
      .min(1)
      .nullable()
      .describe('1-based page; null where the document does not say it: one read back from JSON without evidence'),
    bbox: bboxSchema.nullable().describe('Where on that page, or null where it is not known'),
    labels: z
      .array(z.string())
      .describe(
        'What is printed beside the field: of an indicator its levels, of a row of funds its label; else empty',
      ),
    formula: z
      .string()
      .nullable()
      .describe('The arithmetic, with the numbers of the form filled in; null where there is none'),
    source: z
      .string()
      .nullable()
      .describe("The regulation that the rule comes from; null where it is the reviewers' custom"),
    mend: z.string().nullable().describe('What would mend it; null for a diagnostic, which says so itself'),
  })
  .describe('One finding of `evalx validate`: of a rule, or of the reader, of which every diagnostic is one');

export const acceptedFindingSchema = findingSchema
  .extend({
    accepted: z
      .strictObject({
        who: z.string().describe('Who lets it stand'),
        when: z.string().describe('ISO 8601, UTC'),
        why: z.string().describe('The reason'),
      })
      .describe('From the file of corrections'),
  })
  .describe('One finding that a person lets stand, with a reason');

export const suppressedFindingSchema = findingSchema
  .extend({
    suppressed: z
      .strictObject({
        reason: z.string().describe('Why'),
        until: z.string().describe('The last day on which it holds, YYYY-MM-DD'),
      })
      .describe('From `suppressions` of the config'),
  })
  .describe('One finding that the config suppresses until a day');

export const knownEntrySchema = z
  .strictObject({
    fingerprint: z
      .string()
      .describe('SHA-256 of file, rule, form and field by their names, never of values, pages or words'),
    file: z.string().describe('From the working folder'),
    form: z.string().nullable().describe('The project, or the title of the form'),
    rule: z.string().min(1).describe('Id of a rule, or code of a diagnostic'),
    field: z.string().describe('The printed names that lead to the field, and its key'),
  })
  .describe('One finding of a baseline');

/** Why a file was not checked, or not by all rules. */
export const problemSchema = z
  .strictObject({
    code: z.string().min(1).describe('An error code'),
    severity: severitySchema.describe('`error`: something was not checked'),
    message: z.string().min(1).describe('One sentence'),
    page: z.int().min(1).nullable().describe('1-based page, or null where it is about the whole file'),
  })
  .describe('What kept a file from being read, or a rule from checking it');

const text = z.string().nullable();
const number = z.number().nullable();

/** What is told of a form beside its findings: as it is printed, null where the form does not say. */
export const checkedFormSchema = z.strictObject({
  title: text.describe('`title` of the form'),
  name: text.describe('`project.name` of the form'),
  page: z.int().min(1).nullable().describe('The first page of the form'),
  year: z.int().nullable().describe('`year` of the form'),
  supervisingDepartment: text.describe('`project.supervisingDepartment` of the form'),
  implementingUnit: text.describe('`project.implementingUnit` of the form'),
  unit: text.describe('Unit of the amounts'),
  annualBudget: number.describe('Of the total row of the funds, as are the next two'),
  executed: number.describe('As printed in the total row'),
  executionRate: number.describe('Of the total row, a fraction'),
  fullScore: number.describe('`total.weight`'),
  score: number.describe('`total.score`'),
  grade: text.describe('`total.grade`'),
  indicators: z.int().min(0).describe('How many indicators it has'),
});

export const checkedFileSchema = z
  .strictObject({
    file: z.string().describe('As given on the command line'),
    read: z
      .boolean()
      .describe('False where a part of the file was not read, or it holds no form: such a file has not passed'),
    reports: z.array(checkedFormSchema).describe('The forms that were checked, by their index'),
    problems: z.array(problemSchema).describe('Diagnostics are findings, and do not stand here'),
  })
  .describe('One input of `evalx validate`');

export const validationSchema = z
  .strictObject({
    schemaVersion: z.literal('1').describe('Raised when a reader of the old shape would break'),
    config: z.string().nullable().describe('The config file in force; null where there is none'),
    files: z.array(checkedFileSchema).describe('Every input, in the order given'),
    findings: z.array(findingSchema).describe('Sorted by file, report, page, position and rule; no two alike'),
    accepted: z
      .array(acceptedFindingSchema)
      .optional()
      .describe('Only where findings were accepted: these count for nothing, and do not stand in `findings`'),
    suppressed: z
      .array(suppressedFindingSchema)
      .optional()
      .describe('Only where the config suppresses findings: these count for nothing either'),
    baseline: z
      .strictObject({
        file: z.string(),
        known: z
          .array(findingSchema)
          .describe('Findings of the baseline that are still there: these count for nothing'),
        fixed: z.array(knownEntrySchema).describe('Findings of the baseline that are gone, of files that were read'),
      })
      .optional()
      .describe('Only with `--baseline`: `findings` are those that it does not know'),
  })
  .describe('What `evalx validate --format json` prints');

/** The languages of messages. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** What is told of a rule or of a diagnostic in one language; `source` is the regulation that it comes from, or null. */
export interface RuleInfo {
  readonly id: string;
  readonly kind: 'rule' | 'diagnostic';
  readonly severity: Finding['severity'];
  readonly title: string;
  readonly why: string;
  readonly source: string | null;
}

export type {
  AcceptedFinding,
  CheckedFile,
  CheckedForm,
  Finding,
  KnownEntry,
  Problem,
  SuppressedFinding,
  Validation,
} from './schema/types.js';
