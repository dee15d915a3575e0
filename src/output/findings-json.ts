import type { FindingsWriter } from './findings-writer.js';
import { toJson } from './json.js';

/** The validation as it is, by `validationSchema`. */
export const findingsJson: FindingsWriter = ({ validation }) => toJson(validation, 'indented');
