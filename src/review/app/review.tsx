import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../../contract/findings.js';
import { targetOf } from '../names.js';
import type { ReviewData } from '../review-types.js';
import { type By, exported } from '../state.js';
import { Editor } from './editor.js';
import { Form } from './form.js';
import { Keys, useKeys } from './keys.js';
import { Pages } from './pages.js';
import { Findings, Points } from './points.js';
import { Search } from './search.js';
import { keep, keepName, keptName, saveFile } from './state/keep.js';
import { save } from './state/server.js';
import { formsOf, type Review as ReviewOf, useReview } from './state/use-review.js';
import { seen as shown, useWords } from './words.js';

interface ReviewProps {
  readonly data: ReviewData;
  readonly setLang: (lang: Language) => void;
}

/** The review of one file: pages on the left, fields on the right, what is to be looked at beside them. */
export function Review({ data, setLang }: ReviewProps) {
  const { lang, say } = useWords();
  const review = useReview(data, lang);
  const [who, setWho] = useState(keptName);
  const [help, setHelp] = useState(false);
  const by = (): By => ({ who: who.trim() || say('nobody'), when: new Date().toISOString() });
  const name = {
    who,
    setWho: (value: string) => {
      setWho(value);
      keepName(value);
    },
  };
  useTarget(review);
  useKeys(review, by, () => setHelp((is) => !is));
  return (
    <div class="review">
      <Head {...{ data, review, setLang, help, setHelp, ...name }} />
      {help && <Keys close={() => setHelp(false)} />}
      <main>
        <Pages review={review} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <section class="fields scroll" aria-label={say('fields')} tabIndex={0}>
          <Form review={review} />
        </section>
        <aside class="side" aria-label={say('points')}>
          <Editor {...{ review, by }} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <section class="scroll" tabIndex={0} aria-label={say('points')}>
            <Points review={review} />
            <Findings {...{ review, by }} />
          </section>
        </aside>
      </main>
    </div>
  );
}

interface HeadProps extends ReviewProps {
  readonly review: ReviewOf;
  readonly who: string;
  readonly setWho: (who: string) => void;
  readonly help: boolean;
  readonly setHelp: (help: boolean) => void;
}

function Head({ data, review, setLang, who, setWho, help, setHelp }: HeadProps) {
  const { lang, say } = useWords();
  const [told, setTold] = useState('');
  const keptHow = useKept(data, review);
  const { corrections, accepted } = review.model.state;
  const isEmpty = corrections.length + accepted.length === 0;
  const seen = Object.values(review.done).flat().length;
  const save = (): void => {
    if (!isEmpty) saveFile('corrections.json', exported(review.model.state));
    setTold(say(isEmpty ? 'exportNothing' : 'exported'));
  };
  return (
    <header>
      {data.index !== null && <a href={data.index}>{say('toIndex')}</a>}
      <h1>{say('reviewOf', { name: shown(data.name) })}</h1>
      <FormPicker review={review} />
      <Search review={review} />
      <span class="progress" role="status">
        {say('seenOf', { seen, forms: formsOf(review.starts).length })} ·{' '}
        {say('correctionsMade', { count: changed(review) })}
      </span>
      <label>
        {say('who')}
        <input type="text" class="who" value={who} onInput={({ currentTarget: { value } }) => setWho(value)} />
      </label>
      <button type="button" class="main" onClick={save}>
        {say('export')}
      </button>
      <button type="button" onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}>
        {say('otherLanguage')}
      </button>
      <button type="button" aria-expanded={help} onClick={() => setHelp(!help)}>
        {say('help')}
      </button>
      <p class="told" role="status">
        {told || keptHow}
      </p>
    </header>
  );
}

const changed = ({ model: { state } }: ReviewOf): number =>
  state.corrections.filter((correction) => correction.old !== correction.new).length;

/** Chooses among the forms of the file, by their name. */
function FormPicker({ review }: { readonly review: ReviewOf }) {
  const { say } = useWords();
  const { starts, model, done } = review;
  const forms = formsOf(starts);
  if (forms.length < 2) return null;
  return (
    <label>
      {say('form')}
      <select
        value={`${model.doc}/${model.report}`}
        onChange={({ currentTarget }) => {
          const [doc, report] = currentTarget.value.split('/').map(Number);
          review.showForm(doc ?? 0, report ?? 0);
        }}
      >
        {forms.map(({ doc, report }, i) => {
          const start = starts[doc];
          const name = shown(start?.read.reports[report]?.project.name ?? say('noName'));
          const isDone = done[start?.sha256 ?? '']?.includes(report) ?? false;
          return (
            <option key={`${doc}/${report}`} value={`${doc}/${report}`}>
              {isDone ? '✓ ' : ''}
              {say('formOf', { number: i + 1, forms: forms.length, name })}
            </option>
          );
        })}
      </select>
    </label>
  );
}

/** Keeps what is done as one goes: in the browser, and, where there is one, by the server. Says how. */
function useKept(data: ReviewData, { starts, model, done }: ReviewOf): string {
  const { say } = useWords();
  const [isKept, setKept] = useState(true);
  const [served, setServed] = useState('');
  const first = useRef(true);
  const { state } = model;
  const sha256 = starts[0]?.sha256;
  useEffect(() => {
    if (sha256 !== undefined) setKept(keep(sha256, { ...state, done }));
  }, [state, done, sha256]);
  useEffect(() => {
    const isFirst = first.current;
    first.current = false;
    if (isFirst || !data.isServed) return;
    const hashes = starts.map((start) => start.sha256);
    save(hashes, exported(state)).then(
      (file) => setServed(say('savedThere', { file })),
      (error: unknown) =>
        setServed(say('notSavedThere', { why: error instanceof Error ? error.message : String(error) })),
    );
  }, [state.corrections, state.accepted]);
  if (served) return served;
  return say(isKept ? 'savedHere' : 'notSavedHere');
}

/** Opens at what the address says. */
function useTarget({ choosePath, showForm, starts }: ReviewOf): void {
  useEffect(() => {
    const open = (): void => {
      const target = targetOf(location.hash);
      if (target && 'path' in target) choosePath(0, target.path);
      else if (target) {
        const report = starts[0]?.read.reports.findIndex(({ pages }) => pages.includes(target.page)) ?? -1;
        if (report >= 0) showForm(0, report);
      }
    };
    open();
    addEventListener('hashchange', open);
    return () => removeEventListener('hashchange', open);
  }, []);
}
