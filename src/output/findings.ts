import { findingsGithub } from './findings-github.js';
import { findingsGitlab } from './findings-gitlab.js';
import { findingsJson } from './findings-json.js';
import { findingsJunit } from './findings-junit.js';
import { findingsMarkdown } from './findings-markdown.js';
import { findingsSarif } from './findings-sarif.js';
import { findingsText } from './findings-text.js';
import type { FindingsWriter } from './findings-writer.js';

export type FindingsFormat = 'text' | 'json' | 'sarif' | 'junit' | 'github' | 'gitlab' | 'markdown';

/** Every format of findings; the command line's choices are the keys. */
export const FINDINGS_FORMATS = {
  text: findingsText,
  json: findingsJson,
  sarif: findingsSarif,
  junit: findingsJunit,
  github: findingsGithub,
  gitlab: findingsGitlab,
  markdown: findingsMarkdown,
} satisfies Record<FindingsFormat, FindingsWriter>;
