/**
 * Writes src/contract/schema/types.ts from the schemas in src/contract: interfaces whose fields carry the descriptions of the schemas, so
 * that an editor shows them; `z.infer` loses these. With --check says whether they are as the schemas would have them.
 * It reads the sources: nothing can be built before the types are there.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');
const target = join(root, 'src/contract/schema/types.ts');

/** Where the schemas stand, in the order in which their types are written; and the types that are not called as their schema is. */
const MODULES = ['document', 'schema/remarks', 'findings', 'tables', 'schema/corrections'];
const NAMES = { bboxSchema: 'BBox', documentSchema: 'EvalxDocument', tableSchema: 'PdfTable' };
/** Of no use by themselves. */
const LEFT_OUT = new Set(['sentCorrectionsSchema']);

const HEAD = `/**
 * The types of the contract, with what each field means. Written by \`node scripts/contract-types.mjs\` from the schemas in
 * src/contract (\`npm run docs\` runs it). Change those, not this file.
 */
`;

const TAIL = `
export type DiagnosticCode = Diagnostic['code'];
export type FundKind = FundRow['kind'];
/** A value of one field. */
export type Scalar = Correction['old'];
`;

/** All schemas by their names. */
async function loadSchemas() {
  const folder = mkdtempSync(join(root, 'node_modules/.contract-types-'));
  try {
    const entry = join(folder, 'all.js');
    const file = (name) => JSON.stringify(join(root, `src/contract/${name}.ts`));
    writeFileSync(entry, MODULES.map((name) => `export * from ${file(name)};\n`).join(''));
    const build = await rolldown({ input: entry, platform: 'node', external: ['zod'] });
    const path = join(folder, 'all.mjs');
    await build.write({ file: path, format: 'esm' });
    await build.close();
    const all = await import(pathToFileURL(path).href);
    return Object.entries(all).filter(([name]) => name.endsWith('Schema') && !LEFT_OUT.has(name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** In the order of the modules, and of the file in each. */
function inOrder(schemas) {
  const source = MODULES.map((name) => readFileSync(join(root, `src/contract/${name}.ts`), 'utf8')).join('');
  const place = ([name]) => source.indexOf(`export const ${name} =`);
  return schemas.sort((a, b) => place(a) - place(b));
}

const typeName = (schema) => NAMES[schema] ?? schema[0].toUpperCase() + schema.slice(1, -'Schema'.length);

const schemas = inOrder(await loadSchemas());
/** `describe` makes another schema of the same definition. */
const known = new Map(schemas.map(([name, schema]) => [schema._zod.def, typeName(name)]));

const listed = (types) => types.join(' | ');
const inList = (type) => (type.includes(' | ') || type.includes(' & ') ? `(${type})` : type);
const literal = (value) => (typeof value === 'string' ? `'${value}'` : String(value));

/** A schema as TypeScript writes its type. */
function typeOf(schema) {
  return known.get(schema._zod.def) ?? bodyOf(schema);
}

function bodyOf(schema) {
  const { def } = schema._zod;
  switch (def.type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return def.type;
    case 'nullable':
      return `${typeOf(def.innerType)} | null`;
    case 'optional':
      return `${typeOf(def.innerType)} | undefined`;
    case 'array':
      return `${inList(typeOf(def.element))}[]`;
    case 'tuple':
      return `[${def.items.map(typeOf).join(', ')}]`;
    case 'enum':
      return listed(Object.values(def.entries).map(literal));
    case 'literal':
      return listed(def.values.map(literal));
    case 'union':
      return listed(def.options.map(typeOf));
    case 'record':
      return recordOf(def);
    case 'object':
      return `{\n${fieldsOf(schema)}}`;
    default:
      throw new Error(`a schema that this script cannot write as a type: ${def.type}`);
  }
}

/** A record of some keys may lack each of them. */
function recordOf({ keyType, valueType }) {
  const keys = typeOf(keyType);
  const record = `Record<${keys}, ${typeOf(valueType)}>`;
  return keys === 'string' ? record : `Partial<${record}>`;
}

function fieldsOf(schema) {
  return Object.entries(schema.shape)
    .map(([key, field]) => {
      const mark = field._zod.def.type === 'optional' ? '?' : '';
      return `${comment(describe(field))}${key}${mark}: ${typeOf(field)};\n`;
    })
    .join('');
}

/** What is said of a field, or of what it is made of. */
function describe(schema) {
  if (schema.description !== undefined) return schema.description;
  const { innerType } = schema._zod.def;
  return innerType ? describe(innerType) : undefined;
}

function comment(text) {
  if (text === undefined) return '';
  return `/** ${text.replaceAll('*/', '*\\/')}${/[.!?。]$/u.test(text) ? '' : '.'} */\n`;
}

function declarationOf([name, schema]) {
  const head = comment(describe(schema));
  const body = bodyOf(schema);
  return schema._zod.def.type === 'object'
    ? `${head}export interface ${typeName(name)} ${body}\n`
    : `${head}export type ${typeName(name)} = ${body};\n`;
}

/** As the formatter of this project has it. */
function formatted(text) {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  return execFileSync(process.execPath, [biome, 'format', '--stdin-file-path=src/contract/schema/types.ts'], {
    cwd: root,
    input: text,
    encoding: 'utf8',
  });
}

const text = formatted([HEAD, ...schemas.map(declarationOf)].join('\n') + TAIL);
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error('src/contract/schema/types.ts is not what the schemas say; run npm run docs');
  process.exitCode = 1;
}
