/** `node scripts/config-schema.mjs`: writes dist/config.schema.json, which editors read where a config names it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configJsonSchema } from '../dist/contract/schema/json-schema.js';

const path = join(import.meta.dirname, '../dist/config.schema.json');
writeFileSync(path, `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
