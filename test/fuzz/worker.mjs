/** One process of the fuzzer: makes a mutant, reads it in every way, and says what is wrong with how that ended. */
import { documentSchema } from '../../dist/contract/document.js';
import { tablesDocumentSchema } from '../../dist/contract/tables.js';
import { EvalxError } from '../../dist/errors.js';
import { toJson } from '../../dist/output/json.js';
import { parse } from '../../dist/parse.js';
import { findTables } from '../../dist/tables.js';
import { DEFAULT_SETTINGS, validate } from '../../dist/validator/validate.js';
import { mutantOf } from './mutate.mjs';

process.on('disconnect', () => process.exit());
process.on('message', async (job) => {
  if (!('run' in job)) return;
  const { kind, bytes } = await mutantOf(job);
  process.send(await endOf(kind, bytes));
});

async function endOf(kind, bytes) {
  try {
    const { document, places } = await parse(bytes, { onPage });
    const problem =
      documentSchema.safeParse(document).error ?? documentSchema.safeParse(JSON.parse(toJson(document, 'line'))).error;
    if (problem) return { crash: `schema: ${problem.message}` };
    const ours = document.diagnostics.find(({ message }) => message.includes('evalx failed on it'));
    if (ours) return { crash: ours.message };
    validate([{ file: 'fuzz.pdf', document, places }], DEFAULT_SETTINGS);
    const found = await findTables(bytes, { onPage, pages: [1] }).catch((error) => {
      if (!(error instanceof EvalxError)) throw error;
      return null;
    });
    const printed = found && { file: 'fuzz.pdf', tables: found.tables, diagnostics: found.diagnostics };
    const wrong = printed && tablesDocumentSchema.safeParse(printed).error;
    if (wrong) return { crash: `schema of tables: ${wrong.message}` };
    // Nobody listens here for rejections that nothing handles: one that evalx does not keep in ends this process.
    await new Promise((resolve) => setImmediate(resolve));
    const errors = document.diagnostics.filter(({ severity }) => severity === 'error');
    return { kind, end: errors.length > 0 ? 'partly' : 'read', reports: document.reports.length };
  } catch (error) {
    if (error instanceof EvalxError && error.code !== 'rule-crashed') return { kind, end: error.code, reports: 0 };
    return { crash: error.stack ?? String(error) };
  }
}

const onPage = (done, of, atPage, isPicture) => process.send({ atPage, done, of, isPicture });
