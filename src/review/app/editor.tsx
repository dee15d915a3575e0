import { useRef, useState } from 'preact/hooks';
import { fieldAt } from '../../corrections/fields.js';
import { fieldIn } from '../fields.js';
import { type By, shownValue, typedValue } from '../state.js';
import { type Seen, scalarAt } from './state/model.js';
import type { Review } from './state/use-review.js';
import { fieldName, seen as shown, useWords } from './words.js';

/** The chosen field: what is printed, what was read, and what it shall be. */
export function Editor({ review, by }: { readonly review: Review; readonly by: () => By }) {
  const { say } = useWords();
  const { chosen, doc, report } = review.model;
  const seen = review.docs[doc];
  const point = chosen && seen?.points.find(({ key }) => key === chosen.key);
  return (
    <section class="editor" aria-label={say('chosen')}>
      <h2>{say('chosen')}</h2>
      {!chosen && <p class="none">{say('chooseOne')}</p>}
      {chosen?.path != null && seen && report !== null && (
        <ChosenField key={`${chosen.doc}${chosen.path}`} {...{ review, seen, by, path: chosen.path, report }} />
      )}
      {point?.said.map(({ message, severity }) => (
        <p key={message} class={`said ${severity}`}>
          {shown(message)}
        </p>
      ))}
      {chosen && chosen.path === null && (
        <button type="button" onClick={() => review.accept(by())}>
          {say('accept')}
        </button>
      )}
    </section>
  );
}

interface ChosenProps {
  readonly review: Review;
  readonly seen: Seen;
  readonly by: () => By;
  readonly path: string;
  readonly report: number;
}

function ChosenField({ review, seen, by, path, report }: ChosenProps) {
  const { lang, say } = useWords();
  const [why, setWhy] = useState('');
  const form = seen.document.reports[report];
  const field = form && path !== null ? fieldIn(form, path.slice(`/reports/${report}`.length)) : undefined;
  const place = seen.read.evidence?.[path];
  const value = shownValue(path, scalarAt(seen.document, path));
  const corrected = seen.document.corrected?.[path];
  const isSure = place === undefined || place.confidence >= 1;
  return (
    <>
      <h3>{field ? fieldName(field, lang) : path}</h3>
      <dl class="about">
        {place && <About title={say('page', { page: place.page })} text={isSure ? '' : sure(say, place.confidence)} />}
        {!place && <About title={say('printed')} text={say('notOnForm')} />}
        {place && place.raw !== value && <About title={say('printed')} text={shown(place.raw)} />}
        {place?.readAs !== undefined && <About title={say('readAs')} text={shown(place.readAs)} />}
        {corrected && (
          <About
            title={corrected.who}
            text={say('was', { old: shown(shownValue(path, corrected.old)) || say('blank') })}
          />
        )}
      </dl>
      <Input {...{ review, path, by, value, why }} />
      <label class="why">
        {say('reason')}
        <input type="text" value={why} onInput={({ currentTarget }) => setWhy(currentTarget.value)} />
      </label>
    </>
  );
}

const sure = (say: ReturnType<typeof useWords>['say'], confidence: number): string =>
  say('sureness', { percent: `${Math.round(confidence * 100)}%` });

const About = ({ title, text }: { readonly title: string; readonly text: string }) => (
  <div>
    <dt>{title}</dt>
    <dd>{text}</dd>
  </div>
);

interface InputProps {
  readonly review: Review;
  readonly path: string;
  readonly by: () => By;
  readonly value: string;
  readonly why: string;
}

function Input({ review, path, by, value, why }: InputProps) {
  const { say } = useWords();
  const { draft } = review.model;
  const typed = draft === null ? null : typedValue(path, draft);
  const wrong = typed && 'wrong' in typed ? typed.wrong : null;
  const enter = (): boolean => {
    if (wrong !== null) return false;
    if (typed && 'value' in typed) review.correct(typed.value, why.trim() || null, by());
    else review.accept(by());
    return true;
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      <label for="value">{say('value')}</label>
      <Control {...{ review, path, value, enter }} isWrong={wrong !== null} />
      <p id="wrong" class="wrong" aria-live="polite">
        {wrong === null ? '' : say(wrong)}
      </p>
      <div class="buttons">
        <button type="submit" disabled={draft === null || wrong !== null}>
          {say('correct')}
        </button>
        <button type="button" onClick={() => review.accept(by())}>
          {say('accept')}
        </button>
        <button type="button" disabled={review.model.history.length === 0} onClick={review.undo}>
          {say('undo')}
        </button>
      </div>
    </form>
  );
}

interface ControlProps extends Pick<InputProps, 'review' | 'path' | 'value'> {
  /** Takes what is typed; false where that cannot be. */
  readonly enter: () => boolean;
  readonly isWrong: boolean;
}

/** What a value is typed into: a line, several for text, or a choice. */
function Control({ review, path, value, enter, isWrong }: ControlProps) {
  const { say } = useWords();
  const { draft } = review.model;
  const element = useRef<HTMLTextAreaElement & HTMLInputElement & HTMLSelectElement>(null);
  const kind = fieldAt(path);
  const choices = kind?.type === 'boolean' ? ['true', 'false'] : kind?.choices;
  const shared = {
    ref: element,
    id: 'value',
    value: draft ?? value,
    'aria-invalid': isWrong,
    'aria-describedby': 'wrong',
    onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      review.draft(currentTarget.value),
    onKeyDown: (event: KeyboardEvent) => {
      // What Enter ends may be a word that is still being composed.
      if (event.isComposing || event.shiftKey || !['Enter', 'Escape'].includes(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') review.draft(null);
      else if (!enter()) return;
      else review.step(1);
      element.current?.blur();
    },
  };
  if (choices) {
    return (
      <select {...shared}>
        {[...(kind?.nullable ? [''] : []), ...choices].map((choice) => (
          <option key={choice} value={choice}>
            {choice === '' ? say('blank') : choice}
          </option>
        ))}
      </select>
    );
  }
  return kind?.type === 'number' || kind?.type === 'integer' ? (
    <input {...shared} type="text" inputMode="decimal" autocomplete="off" />
  ) : (
    <textarea {...shared} rows={Math.min(MOST_ROWS, 1 + Math.floor(value.length / ROW_CHARS))} />
  );
}

const MOST_ROWS = 6;
const ROW_CHARS = 30;
