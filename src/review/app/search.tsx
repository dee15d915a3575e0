import { useMemo, useState } from 'preact/hooks';
import { allFields, fieldsOf } from '../fields.js';
import { shownValue } from '../state.js';
import { scalarAt } from './state/model.js';
import type { Review } from './state/use-review.js';
import { fieldName, useWords } from './words.js';

interface Match {
  readonly doc: number;
  readonly path: string;
}

/** Finds fields by what they hold or are called, in all forms of the file; Enter goes from one to the next. */
export function Search({ review }: { readonly review: Review }) {
  const { say } = useWords();
  const [text, setText] = useState('');
  const [at, setAt] = useState(-1);
  const matches = useMatches(review, text);
  const go = (by: 1 | -1): void => {
    if (matches.length === 0) return;
    const next = (at + by + matches.length) % matches.length;
    const match = matches[next] as Match;
    setAt(next);
    review.choosePath(match.doc, match.path, { keepFocus: true });
  };
  return (
    <label class="search">
      {say('search')}
      <input
        id="search"
        type="search"
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          setAt(-1);
        }}
        onKeyDown={(event) => {
          if (event.isComposing || event.key !== 'Enter') return;
          event.preventDefault();
          go(event.shiftKey ? -1 : 1);
        }}
      />
      <span role="status">{text.trim() === '' ? '' : say('foundAt', { at: at + 1, all: matches.length })}</span>
    </label>
  );
}

function useMatches({ docs }: Review, text: string): readonly Match[] {
  const { lang } = useWords();
  return useMemo(() => {
    const words = text.trim().toLowerCase().split(/\s+/u);
    if (words[0] === '') return [];
    return docs.flatMap(({ document }, doc) =>
      document.reports.flatMap((report, index) =>
        allFields(fieldsOf(report)).flatMap((field): Match[] => {
          const path = `/reports/${index}${field.path}`;
          const value = shownValue(path, scalarAt(document, path));
          const all = `${value} ${fieldName(field, lang)}`.toLowerCase();
          return value !== '' && words.every((word) => all.includes(word)) ? [{ doc, path }] : [];
        }),
      ),
    );
  }, [docs, text, lang]);
}
