import { escapeJson } from './escape.js';

export type JsonStyle = 'indented' | 'line';

/** The value as JSON with a newline at the end: on one line, or indented for a person. */
export function toJson(value: unknown, style: JsonStyle): string {
  return `${escapeJson(JSON.stringify(value, null, style === 'indented' ? 2 : 0))}\n`;
}
