import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EvalxDocument } from '../../contract/document.js';
import type { Corrections } from '../../contract/schema/corrections.js';
import { sentCorrectionsSchema } from '../../contract/schema/corrections.js';
import { applyCorrections } from '../../corrections/apply.js';
import { EvalxError } from '../../errors.js';
import { REVIEW } from '../../messages/review.js';
import { messageOf, sayWithFlags } from '../../messages/say.js';
import { fill } from '../../messages/words.js';
import { toJson } from '../../output/json.js';
import { formEntries } from '../../review/entries.js';
import { reviewStart } from '../../review/html.js';
import type { FormEntry, IndexEntry, ReviewData } from '../../review/review-types.js';
import { systemPath } from '../../text/path-bytes.js';
import type { Making } from '../run/review/files.js';
import { type Answer, type Question, TooLarge } from './http.js';
import { DROPPED, keepDropped, writeWhole } from './kept.js';

/** One input with its review. */
export interface Reviewed {
  readonly entry: IndexEntry;
  /** Its address below that of the site. */
  readonly path: string;
  /** What its page holds, and where the page stands; null where the input could not be read. */
  readonly data: ReviewData | null;
  readonly file: string | null;
}

export interface SessionOptions {
  readonly out: string;
  readonly making: Making;
  /** Most bytes of a file that is dropped. */
  readonly bytes: number;
  /** What corrections files that were named say already. */
  readonly given: Corrections;
  /** Reads an input and writes its review. */
  readonly review: (file: string, name: string) => Promise<Reviewed>;
  /** The inputs that are there now, with what each is called. */
  readonly inputs: () => Promise<readonly { readonly file: string; readonly name: string }[]>;
  /** Is told of what is new: an input, or a correction. */
  readonly changed: (reviewed: readonly Reviewed[], corrections: Corrections) => void;
}

export const CORRECTIONS_FILE = 'corrections.json';

const MB = 1 << 20;
const MOST_CORRECTIONS = 64 * MB;

/** The reviews that a server gives: all that was read stays, all that is corrected is written before it is answered. */
export class Session {
  private readonly options: SessionOptions;
  private readonly reviewed = new Map<string, Reviewed>();
  private readonly begun = new Set<string>();
  /** The forms of inputs as they stand in the list. */
  private readonly forms = new Map<string, readonly FormEntry[]>();
  private queue: Promise<unknown> = Promise.resolve();
  private reading: string | null = null;
  private revision = 0;
  private corrections: Corrections;

  constructor(options: SessionOptions) {
    this.options = options;
    this.corrections = options.given;
  }

  /** The file that what is corrected is written to. */
  get file(): string {
    return join(this.options.out, CORRECTIONS_FILE);
  }

  /** Resolves when all that was begun is read. */
  idle(): Promise<unknown> {
    return this.queue;
  }

  /** Begins to read what is new among the inputs. Resolves when all of it is read. */
  async scan(): Promise<void> {
    for (const { file, name } of await this.options.inputs()) void this.add(file, name);
    await this.queue;
  }

  /** Reads an input, one after another; one that was begun before is not read again. */
  private add(file: string, name: string): Promise<unknown> {
    if (this.begun.has(name)) return this.queue;
    this.begun.add(name);
    this.queue = this.queue.then(async () => {
      this.reading = name;
      const reviewed = await this.options.review(file, name);
      this.reviewed.set(name, reviewed);
      this.reading = null;
      this.revision++;
      this.options.changed([...this.reviewed.values()], this.corrections);
    });
    return this.queue;
  }

  async answer(question: Question): Promise<Answer> {
    const { method, path } = question;
    try {
      if (method === 'GET' && (path === '' || path === 'index.html')) return this.index();
      if (method === 'GET' && path === 'status') return json(200, { revision: this.revision, reading: this.reading });
      if (method === 'GET') return this.page(path);
      if (method === 'PUT' && path === 'corrections') return await this.put(question);
      if (method === 'POST' && path.startsWith(`${DROPPED}/`))
        return await this.take(path.slice(DROPPED.length + 1), question);
      return json(405, { error: 'method' });
    } catch (error) {
      if (error instanceof TooLarge) return json(413, { error: this.say(messageOf('sentTooMuch', {})) });
      if (error instanceof EvalxError) return json(400, { error: this.say(error.said) });
      throw error;
    }
  }

  private say(said: Parameters<typeof sayWithFlags>[0]): string {
    return sayWithFlags(said, this.options.making.settings.lang);
  }

  private index(): Answer {
    void this.scan().catch(() => {});
    const { making } = this.options;
    const { lang } = making.settings;
    const entries = [...this.reviewed.values()].map((one) => this.entryOf(one));
    const { revision } = this;
    const data = { kind: 'index', lang, version: making.version, isServed: true, revision, entries } as const;
    return html(`${reviewStart(data, REVIEW.indexTitle[lang], making.assets)}</body>\n</html>\n`);
  }

  /** An input as the list has it, with what was corrected. */
  private entryOf({ entry, data }: Reviewed): IndexEntry {
    const own = this.own(entry.hashes);
    const known = this.forms.get(entry.name);
    const forms =
      known ??
      (data?.documents ?? []).flatMap(({ document }) =>
        formEntries(
          applyCorrections(document, own.corrections.filter(isOf(document))).document,
          this.options.making.settings,
          own.accepted.filter(isOf(document)),
        ),
      );
    this.forms.set(entry.name, forms);
    return { ...entry, ...own, forms };
  }

  /** What is known of some documents. */
  private own(hashes: readonly string[]): Pick<Corrections, 'corrections' | 'accepted'> {
    const isOwn = ({ sha256 }: { readonly sha256: string }): boolean => hashes.includes(sha256);
    return {
      corrections: this.corrections.corrections.filter(isOwn),
      accepted: this.corrections.accepted.filter(isOwn),
    };
  }

  /** A review as it was written, with what was corrected since. No other file is given. */
  private page(path: string): Answer {
    const found = [...this.reviewed.values()].find((one) => one.path === path);
    if (!found?.data || found.file === null) return json(404, { error: 'not found' });
    const { data, file } = found;
    const { making } = this.options;
    const documents = data.documents.map((one) => ({ ...one, ...this.own([one.document.source.sha256]) }));
    const title = fill(REVIEW.reviewOf, data.lang, () => data.name);
    const written = readFileSync(systemPath(file), 'utf8');
    const pictures = written.indexOf('<script type="text/plain"');
    const rest = pictures < 0 ? '</body>\n</html>\n' : written.slice(pictures);
    return html(reviewStart({ ...data, documents, isServed: true }, title, making.assets) + rest);
  }

  /** Takes what was done with some documents, in place of what was known of them. */
  private async put({ body }: Question): Promise<Answer> {
    const parsed = sentCorrectionsSchema.safeParse(jsonOf(await body(MOST_CORRECTIONS)));
    if (!parsed.success) return json(400, { error: this.say(messageOf('sentNoCorrections', {})) });
    const { hashes, corrections, accepted } = parsed.data;
    const isOther = ({ sha256 }: { readonly sha256: string }): boolean => !hashes.includes(sha256);
    if ([...corrections, ...accepted].some(isOther))
      return json(400, { error: this.say(messageOf('sentNoCorrections', {})) });
    const before = this.corrections;
    this.corrections = {
      schemaVersion: '1',
      corrections: [...before.corrections.filter(isOther), ...corrections],
      accepted: [...before.accepted.filter(isOther), ...accepted],
    };
    try {
      writeWhole(this.file, toJson(this.corrections, 'indented'));
    } catch (error) {
      this.corrections = before;
      throw error;
    }
    for (const { entry } of this.reviewed.values())
      if (entry.hashes.some((hash) => hashes.includes(hash))) this.forms.delete(entry.name);
    this.options.changed([...this.reviewed.values()], this.corrections);
    return json(200, { file: this.file });
  }

  /** Takes a PDF that was dropped: it is kept, and read. */
  private async take(name: string, { body }: Question): Promise<Answer> {
    const bytes = await body(this.options.bytes);
    const { kept, file } = keepDropped(join(this.options.out, DROPPED), name, bytes);
    await this.add(file, `${DROPPED}/${kept}`);
    const problem = this.reviewed.get(`${DROPPED}/${kept}`)?.entry.problem ?? null;
    return problem === null ? json(200, { name: kept }) : json(422, { error: `${kept}: ${problem}` });
  }
}

const isOf =
  ({ source }: EvalxDocument) =>
  ({ sha256 }: { readonly sha256: string }): boolean =>
    sha256 === source.sha256;

const html = (body: string): Answer => ({ status: 200, type: 'text/html; charset=utf-8', body });
const json = (status: number, value: unknown): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
