/**
 * Writes docs/contract.md from the schemas in dist/contract, or with --check says whether it is as they would have it.
 * `npm run docs` builds first.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentJsonSchema } from '../dist/contract/schema/json-schema.js';

const HEAD = `<!-- Written by \`npm run docs\` from the schemas in src/contract. Change those, not this file. -->

# The document

What \`evalx parse FILE\` prints for one PDF. \`evalx schema\` prints the same as a JSON Schema.
Every key is always there, except \`evidence\`, \`account\` and \`corrected\`. What the form does not have is \`null\`, or an empty array or object.
`;

const TAIL = `## Text

- A wrapped cell is one string again: no space where a line of Chinese breaks, nor inside a number or a code that wraps;
  one space where a line of Latin words breaks.
- A space printed inside a line stays, as one space. Leading and trailing space goes.
- Kangxi radicals, compatibility ideographs and presentation forms that some producers write become the ordinary
  characters; full-width punctuation stays as printed.
- An empty cell is \`null\`, never \`""\`. A blank cell, \`—\`, \`-\`, \`/\` and \`*\` in place of a number are \`null\`.
`;

/** A schema without its null branch, and whether it had one. */
function unwrapped(schema) {
  if (Array.isArray(schema.type)) {
    const types = schema.type.filter((name) => name !== 'null');
    return { schema: { ...schema, type: types.join(', ') }, nullable: schema.type.includes('null') };
  }
  if (!schema.anyOf) return { schema, nullable: false };
  const branches = schema.anyOf.filter((branch) => branch.type !== 'null');
  if (branches.length !== 1) throw new Error(`a union that this script cannot describe: ${JSON.stringify(schema)}`);
  return { schema: branches[0], nullable: branches.length < schema.anyOf.length };
}

const code = (value) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

function typeOf(outer) {
  const { schema, nullable } = unwrapped(outer);
  return nullable ? `${plainType(schema)} or null` : plainType(schema);
}

function plainType(schema) {
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum) return schema.enum.map(code).join(', ');
  if (schema.prefixItems) return `array of ${schema.prefixItems.length} numbers`;
  if (schema.type === 'array') return `array of ${plural(typeOf(schema.items))}`;
  if (schema.type === 'object' && !schema.properties) return `object of ${plural(typeOf(schema.additionalProperties))}`;
  return schema.type;
}

const plural = (name) => (/^array of /.test(name) ? name.replace(/^array/, 'arrays') : `${name}s`);

/** The objects of this schema that get a table of their own: those in arrays and records. */
const itemsOf = (schema) => [schema.items, schema.additionalProperties].find((item) => item?.properties);

/** Rows of an object, objects inside it flattened, and the tables that it needs besides. */
function rowsOf(schema, prefix, path) {
  const rows = [];
  const tables = [];
  for (const [key, property] of Object.entries(schema.properties)) {
    const name = prefix + key;
    const item = itemsOf(property);
    rows.push(`| \`${name}\` | ${typeOf(property)} | ${(property.description ?? '').replaceAll('|', '\\|')} |`);
    if (property.properties) {
      const inner = rowsOf(property, `${name}.`, path);
      rows.push(...inner.rows);
      tables.push(...inner.tables);
    } else if (item) tables.push(tableOf(item, `${path}${name}${property.items ? '[]' : '{}'}`));
  }
  return { rows, tables };
}

function tableOf(schema, path) {
  const { rows, tables } = rowsOf(schema, '', path === '' ? '' : `${path}.`);
  const heading = path === '' ? '## Keys' : `## \`${path}\``;
  const lines = [
    heading,
    '',
    `${schema.description}.`,
    '',
    '| key | type | meaning |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ];
  return [...lines, ...tables.flat()];
}

const text = [HEAD, ...tableOf(documentJsonSchema(), ''), TAIL].join('\n');
const file = join(import.meta.dirname, '../docs/contract.md');
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('docs/contract.md is not what the schemas say; run npm run docs');
  process.exitCode = 1;
}
