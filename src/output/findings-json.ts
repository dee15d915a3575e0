import type { FindingsWriter } from './findings-writer.js';
import { toJson } from './json.js';

/** The validation as it is, by the schema of `evalx schema`. */
export const findingsJson: FindingsWriter = ({ validation }) => toJson(validation, 'indented');
