import { toJson } from '../json.js';
import type { TableWriter } from './writer.js';

export const tablesJson: TableWriter = { fileMark: '', head: '', between: '', tail: '', write: toJson };
