import { dirname, join } from 'node:path';
import type { Language } from '../../contract/findings.js';
import type { CorrectionsSetup, NamedCorrections } from '../../corrections/find.js';
import { STDIN } from '../../files/input.js';
import type { CorrectionsFlags } from './flags.js';
import { loadCorrections } from './load.js';

/** What a file of corrections is called that stands beside the PDFs. */
const NAME = 'corrections.json';

/**
 * The corrections that hold for the inputs of a run: those of the files that were named, else for each input those of the
 * `corrections.json` in its folder. Null where there are none.
 *
 * @throws {EvalxError} `config-invalid`: a file that is wrong is never passed over.
 */
export async function findCorrections(
  inputs: readonly string[],
  { corrections: named }: CorrectionsFlags,
  lang: Language,
): Promise<CorrectionsSetup | null> {
  if (named === false) return null;
  const files: NamedCorrections[] = [];
  if (named !== undefined) {
    for (const path of new Set(named)) {
      const file = await loadCorrections(path, lang, { isNamed: true });
      if (file) files.push(file);
    }
    return { files, byFolder: null };
  }
  const byFolder: [string, number][] = [];
  for (const folder of new Set(inputs.filter((input) => input !== STDIN).map(dirname))) {
    const file = await loadCorrections(join(folder, NAME), lang, { isNamed: false });
    if (file) byFolder.push([folder, files.push(file) - 1]);
  }
  return files.length === 0 ? null : { files, byFolder };
}
