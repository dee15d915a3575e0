import type { Finding } from '../../contract/findings.js';
import type { ValidationSettings } from '../validate.js';
import type { FormDigest } from './form-digest.js';

/** What rules find by comparing the forms of a run with those of its other files. */
export function checkRun(_forms: readonly (FormDigest & { readonly settings: ValidationSettings })[]): Finding[] {
  return [];
}
