import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { npmInstall } from '../../../src/ocr/engines/npm-install.js';

it('installs packages where evalx is: in a clone, for a project, or for all', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evalx-'));
  mkdirSync(join(folder, 'project', 'node_modules', 'evalx'), { recursive: true });
  mkdirSync(join(folder, 'lib', 'node_modules', 'evalx'), { recursive: true });
  writeFileSync(join(folder, 'project', 'package.json'), '{}');
  expect(npmInstall('x', join(folder, 'clone'))).toBe('npm install --no-save -D x');
  expect(npmInstall('x', join(folder, 'project', 'node_modules', 'evalx'))).toBe('npm install x');
  expect(npmInstall('x', join(folder, 'lib', 'node_modules', 'evalx'))).toBe('npm install -g x');
  expect(npmInstall('x')).toBe('npm install --no-save -D x');
});
