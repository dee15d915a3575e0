import { toJson } from '../json.js';
import type { FindingsWriter } from './writer.js';

/** The validation as it is, by `validationSchema`. */
export const findingsJson: FindingsWriter = ({ validation }) => toJson(validation, 'indented');
