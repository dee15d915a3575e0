import { lstatSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Language } from '../../../contract/findings.js';
import { EvalxError } from '../../../errors.js';
import { writeWhole } from '../../../files/whole-file.js';
import { STARTING_CONFIG } from '../../../messages/checking/starting-config.js';
import { messageOf } from '../../../messages/say.js';
import { shownPath, systemPath } from '../../../text/path-bytes.js';
import { CONFIG_NAMES } from '../../options/config-file.js';

/** Where editors find the schema: beside a package that is installed here, else where evalx is on this machine. */
function schemaFrom(folder: string): string {
  const schema = fileURLToPath(new URL('../../../config.schema.json', import.meta.url));
  const path = relative(folder, schema);
  return path.startsWith('..') || isAbsolute(path) ? pathToFileURL(schema).href : path.split(sep).join('/');
}

/**
 * Writes a config to begin with into a folder: every setting with its default, in YAML, explained. Gives its path.
 *
 * @throws {EvalxError} `usage` where there is a config already, which is left alone.
 */
export function writeStartingConfig(folder: string, lang: Language): string {
  for (const name of CONFIG_NAMES) {
    const path = join(folder, name);
    if (lstatSync(systemPath(path), { throwIfNoEntry: false })) {
      throw new EvalxError(messageOf('configThere', { path: shownPath(path) }));
    }
  }
  const path = join(folder, CONFIG_NAMES[0]);
  writeWhole(path, `# yaml-language-server: $schema=${schemaFrom(folder)}\n${STARTING_CONFIG[lang]}`);
  return path;
}
