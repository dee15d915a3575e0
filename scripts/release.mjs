/**
 * node scripts/release.mjs VERSION: from a clean main that passes all checks to a commit and a tag. Pushes and publishes nothing:
 * the last lines say what to do.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const [version = ''] = process.argv.slice(2);
const run = (command, ...args) => execFileSync(command, args, { cwd: root, stdio: 'inherit' });
const output = (command, ...args) => execFileSync(command, args, { cwd: root, encoding: 'utf8' }).trim();

function refuse(why) {
  console.error(`release: ${why}`);
  process.exit(2);
}

if (!/^\d+\.\d+\.\d+$/u.test(version)) refuse('give the version, such as 0.2.0');
if (output('git', 'rev-parse', '--abbrev-ref', 'HEAD') !== 'main') refuse('this is not main');
if (output('git', 'status', '--porcelain') !== '') refuse('there are changes that are not committed');
if (output('git', 'tag', '--list', `v${version}`) !== '') refuse(`there is a tag v${version} already`);

const path = join(root, 'CHANGELOG.md');
const changes = readFileSync(path, 'utf8');
const [, unreleased] = /^## Unreleased\n([\s\S]*?)(?=^## )/mu.exec(changes) ?? [];
if (!unreleased?.trim()) refuse('CHANGELOG.md says nothing under "Unreleased"');

run('npm', 'run', 'check');
const date = new Date().toISOString().slice(0, 10);
writeFileSync(
  path,
  changes.replace('## Unreleased\n', () => `## Unreleased\n\n## ${version} (${date})\n`),
);
run('npm', 'version', version, '--no-git-tag-version', '--allow-same-version');
run('git', 'commit', '--all', '--quiet', '--message', `Release ${version}`);
run('git', 'tag', '--annotate', `v${version}`, '--message', `evalx ${version}`);
const tarball = output('npm', 'pack', '--silent');
console.log(
  `tagged v${version}, packed ${tarball}. Then: git push --follow-tags, and put the tarball on the release's page.`,
);
