import { checkedResult } from '../../batch/process-file.js';
import { writeTables } from '../../batch/write-tables.js';
import type { FileResult } from '../../contract/batch.js';
import type { Corrections } from '../../contract/schema/corrections.js';
import { byHash } from '../../corrections/find.js';
import type { ReviewData } from '../../review/review-types.js';
import type { ValidationSettings } from '../../validator/validate.js';

/** Writes the tables of what was read and corrected again and again: never two at once, and the last state always. */
export class KeptTables {
  private readonly out: string;
  private readonly settings: ValidationSettings;
  private next: (() => Iterable<FileResult>) | null = null;
  private running: Promise<void> | null = null;
  private failure: unknown = null;

  constructor(out: string, settings: ValidationSettings) {
    this.out = out;
    this.settings = settings;
  }

  /** Has the tables written of this state, after those that are being written. */
  update(reviewed: readonly ReviewData[], corrections: Corrections): void {
    this.next = () => this.results(reviewed, corrections);
    this.running ??= this.run();
  }

  /** Resolves when nothing is left to be written. @throws what kept the last tables from being written. */
  async settled(): Promise<void> {
    while (this.running) await this.running;
    if (this.failure) throw this.failure;
  }

  private async run(): Promise<void> {
    while (this.next) {
      const results = this.next();
      this.next = null;
      const { lang } = this.settings;
      const options = { out: this.out, formats: ['csv'], headers: lang, workpaper: false } as const;
      this.failure = await writeTables(results, { ...options, book: { lang, reviews: null } }).then(
        () => null,
        (error: unknown) => error,
      );
    }
    this.running = null;
  }

  private *results(reviewed: readonly ReviewData[], corrections: Corrections): Generator<FileResult> {
    const known = byHash([{ name: '', content: corrections }]);
    for (const { file, document } of reviewed.flatMap((one) => one.documents)) {
      const { sha256, pageCount } = document.source;
      const places = new Map(Object.entries(document.evidence ?? {}));
      const status = { file, status: 'read', pages: pageCount, reports: document.reports.length } as const;
      const rest = { milliseconds: null, sha256, errorCode: null, errorMessage: null };
      yield checkedResult({ document, places }, known.get(sha256), this.settings, { ...status, ...rest });
    }
  }
}
