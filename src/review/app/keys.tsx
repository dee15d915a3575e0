import { useEffect, useRef } from 'preact/hooks';
import type { ReviewWord } from '../../messages/review.js';
import type { By } from '../state.js';
import type { Review } from './state/use-review.js';
import { useWords } from './words.js';

const KEYS: readonly (readonly [string, ReviewWord])[] = [
  ['n', 'keyNext'],
  ['p', 'keyBack'],
  ['Enter', 'keyAccept'],
  ['e, F2, 0–9', 'keyEdit'],
  ['Esc', 'keyLeave'],
  ['u', 'keyUndo'],
  ['[ ]', 'keyForms'],
  ['/', 'keySearch'],
  ['?', 'keyHelp'],
];

/** What the keys do. */
export function Keys({ close }: { readonly close: () => void }) {
  const { say } = useWords();
  return (
    <section class="keys" aria-label={say('help')}>
      <dl>
        {KEYS.map(([key, id]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(id)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={close}>
        {say('close')}
      </button>
    </section>
  );
}

const FIELDS = 'input, textarea, select';

/** The keys of the page, where nothing is being typed. */
export function useKeys(review: Review, by: () => By, help: () => void): void {
  const now = useRef({ review, by, help });
  now.current = { review, by, help };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (target instanceof Element && target.matches(FIELDS)) return;
      const { review, by, help } = now.current;
      if (event.key === 'Enter') {
        // A button that is no field does what it says.
        if (target instanceof Element && target.matches('button:not(.value):not(.open):not(.settled), a')) return;
        if (!review.model.chosen) return;
        event.preventDefault();
        review.accept(by());
        review.step(1);
        return;
      }
      const done = act(event.key, review, help);
      if (done) event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

function act(key: string, review: Review, help: () => void): boolean {
  const { chosen } = review.model;
  const edits = chosen?.path != null;
  // The key itself goes into the field, as do all that follow it.
  if (edits && /^(?:[\d.０-９-]|Process)$/u.test(key)) {
    begin('instead');
    return false;
  }
  if (key === 'n') review.step(1);
  else if (key === 'p') review.step(-1);
  else if (key === 'u') review.undo();
  else if (key === '[') review.stepForm(-1);
  else if (key === ']') review.stepForm(1);
  else if (key === '/') document.getElementById('search')?.focus();
  else if (key === '?') help();
  else if (edits && (key === 'e' || key === 'F2')) begin('behind');
  else return false;
  return true;
}

/** Moves to where the value of the chosen field is typed. */
function begin(where: 'behind' | 'instead'): void {
  const element = document.querySelector<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('#value');
  element?.focus();
  if (!element || element instanceof HTMLSelectElement) return;
  if (where === 'instead') element.select();
  else element.setSelectionRange(element.value.length, element.value.length);
}
