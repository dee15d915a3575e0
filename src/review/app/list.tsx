import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../contract/findings.js';
import type { FormEntry, IndexData, IndexEntry } from '../review-types.js';
import { EMPTY_STATE, exported, type ReviewState, withGiven } from '../state.js';
import { kept, saveFile } from './state/keep.js';
import { add, status } from './state/server.js';
import { seen as shown, useWords } from './words.js';

type Show = 'showAll' | 'showUnseen' | 'showDoubtful' | 'showFindings';
const SHOWS: readonly Show[] = ['showAll', 'showUnseen', 'showDoubtful', 'showFindings'];

interface Row {
  readonly entry: IndexEntry;
  readonly form: FormEntry | null;
  readonly isSeen: boolean;
  readonly corrected: number;
}

interface ListProps {
  readonly data: IndexData;
  readonly setLang: (lang: Language) => void;
}

/** The files of a folder with their forms: what there is to do, and what is done. */
export function List({ data, setLang }: ListProps) {
  const { lang, say } = useWords();
  const [show, setShow] = useState<Show>('showAll');
  const [text, setText] = useState('');
  const [told, setTold] = useState('');
  const reading = useGrowing(data);
  const states = data.entries.map(stateOf);
  const rows = data.entries.flatMap((entry, i) => rowsOf(entry, states[i] ?? EMPTY_STATE));
  const forms = rows.filter(({ form }) => form !== null);
  const wanted = rows.filter((row) => isShown(row, show) && matches(row, text));
  const save = (): void => {
    const all = merged(states);
    const isEmpty = all.corrections.length + all.accepted.length === 0;
    if (!isEmpty) saveFile('corrections.json', exported(all));
    setTold(say(isEmpty ? 'exportNothing' : 'exported'));
  };
  return (
    <div class="list" {...(data.isServed ? dropping(setTold, (name) => say('reading', { name })) : {})}>
      <header>
        <h1>{say('indexTitle')}</h1>
        <span class="progress" role="status">
          {say('seenOf', { seen: forms.filter(({ isSeen }) => isSeen).length, forms: forms.length })}
        </span>
        <label>
          {say('search')}
          <input type="search" value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
        </label>
        <label>
          {say('show')}
          <select value={show} onChange={({ currentTarget }) => setShow(currentTarget.value as Show)}>
            {SHOWS.map((one) => (
              <option key={one} value={one}>
                {say(one)}
              </option>
            ))}
          </select>
        </label>
        <span role="status">{say('shownOf', { shown: wanted.length, all: rows.length })}</span>
        <button type="button" class="main" onClick={save}>
          {say('exportAll')}
        </button>
        <button type="button" onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}>
          {say('otherLanguage')}
        </button>
        <p class="told" role="status">
          {told || (reading && say('reading', { name: shown(reading) })) || (data.isServed ? say('dropHere') : '')}
        </p>
      </header>
      <main>
        <Rows rows={wanted} />
      </main>
    </div>
  );
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const { say } = useWords();
  const heads = ['file', 'project', 'implementingUnit', 'year', 'score', 'doubtful', 'findings', 'state'] as const;
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ entry, form, isSeen, corrected }) => (
          <tr key={`${entry.name} ${form?.sha256} ${form?.report}`} class={isSeen ? 'seen' : ''}>
            <td>
              {entry.href === null ? shown(entry.name) : <a href={addressOf(entry.href, form)}>{shown(entry.name)}</a>}
            </td>
            <td>{shown(form?.project ?? (form ? say('noName') : ''))}</td>
            <td>{shown(form?.unit ?? '')}</td>
            <td>{form?.year}</td>
            <td>{form?.score}</td>
            <td>{form?.doubtful}</td>
            <td>{form && findingsOf(form, say)}</td>
            <td>
              {entry.problem !== null && (
                <span class="error">
                  {say('notRead')}: {shown(entry.problem)}
                </span>
              )}
              {entry.problem === null && form === null && say('noForms')}
              {isSeen && `✓ ${say('seen')}`}
              {corrected > 0 && ` · ${say('correctionsMade', { count: corrected })}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const addressOf = (href: string, form: FormEntry | null): string =>
  form && form.report > 0 ? `${href}#/reports/${form.report}` : href;

const findingsOf = ({ findings }: FormEntry, say: ReturnType<typeof useWords>['say']): string =>
  (['error', 'warning', 'info'] as const)
    .filter((severity) => findings[severity] > 0)
    .map((severity) => `${findings[severity]} ${say(severity)}`)
    .join(' · ');

/** What was done with a file: in this browser, and by what files of corrections say. */
const stateOf = ({ hashes: [key], corrections, accepted }: IndexEntry): ReviewState =>
  withGiven((key === undefined ? null : kept(key)) ?? EMPTY_STATE, corrections, accepted);

/** A row for each form, and one for a file without. */
function rowsOf(entry: IndexEntry, state: ReviewState): Row[] {
  if (entry.forms.length === 0) return [{ entry, form: null, isSeen: false, corrected: 0 }];
  return entry.forms.map((form) => ({
    ...{ entry, form },
    isSeen: state.done?.[form.sha256]?.includes(form.report) ?? false,
    corrected: countOf(state, form),
  }));
}

const countOf = (state: ReviewState, { sha256, report }: FormEntry): number =>
  state.corrections.filter(
    (one) => one.sha256 === sha256 && one.path.startsWith(`/reports/${report}/`) && one.old !== one.new,
  ).length;

function isShown({ form, isSeen }: Row, show: Show): boolean {
  if (show === 'showUnseen') return !isSeen;
  if (show === 'showDoubtful') return form === null || form.doubtful > 0;
  if (show === 'showFindings') return form === null || form.findings.error + form.findings.warning > 0;
  return true;
}

function matches({ entry, form }: Row, text: string): boolean {
  const words = text.trim().toLowerCase().split(/\s+/u);
  const all = [entry.name, form?.title, form?.project, form?.unit, form?.year, form?.score].join(' ').toLowerCase();
  return words.every((word) => all.includes(word));
}

const merged = (states: readonly ReviewState[]): ReviewState => ({
  ...{ seen: {}, opened: {}, done: {} },
  corrections: states.flatMap((state) => state.corrections),
  accepted: states.flatMap((state) => state.accepted),
});

const POLL_MS = 1500;

/** Follows a server that reads: shows the list anew when there is more, and says what is being read. */
function useGrowing({ isServed, revision }: IndexData): string | null {
  const [reading, setReading] = useState<string | null>(null);
  useEffect(() => {
    if (!isServed) return undefined;
    const look = async (): Promise<void> => {
      const now = await status().catch(() => null);
      if (!now) return;
      setReading(now.reading);
      // What is being typed would be lost.
      if (now.revision !== revision && document.activeElement?.tagName !== 'INPUT') location.reload();
    };
    const timer = setInterval(look, POLL_MS);
    return () => clearInterval(timer);
  }, [isServed, revision]);
  return reading;
}

/** PDFs that are dropped on the page are given to the server; then the list is asked for anew. */
const dropping = (tell: (text: string) => void, reading: (name: string) => string) => ({
  onDragOver: (event: DragEvent) => event.preventDefault(),
  onDrop: async (event: DragEvent) => {
    event.preventDefault();
    try {
      for (const file of event.dataTransfer?.files ?? []) {
        tell(reading(file.name));
        await add(file);
      }
      location.reload();
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
    }
  },
});
