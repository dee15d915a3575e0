import { findingsGithub } from './github.js';
import { findingsGitlab } from './gitlab.js';
import { findingsJson } from './json.js';
import { findingsJunit } from './junit.js';
import { findingsMarkdown } from './markdown.js';
import { findingsHtml } from './opinion/html.js';
import { findingsOpinion } from './opinion/markdown.js';
import { findingsSarif } from './sarif.js';
import { findingsText } from './text.js';
import type { FindingsWriter } from './writer.js';

export type FindingsFormat =
  | 'text'
  | 'json'
  | 'sarif'
  | 'junit'
  | 'github'
  | 'gitlab'
  | 'markdown'
  | 'html'
  | 'opinion';

/** Every format of findings; the command line's choices are the keys. */
export const FINDINGS_FORMATS = {
  text: findingsText,
  json: findingsJson,
  sarif: findingsSarif,
  junit: findingsJunit,
  github: findingsGithub,
  gitlab: findingsGitlab,
  markdown: findingsMarkdown,
  html: findingsHtml,
  opinion: findingsOpinion,
} satisfies Record<FindingsFormat, FindingsWriter>;
