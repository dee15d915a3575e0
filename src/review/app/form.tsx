import { useEffect, useRef } from 'preact/hooks';
import { type Field, type FieldTable, fieldsOf } from '../fields.js';
import { shownValue } from '../state.js';
import { type Sum, sumsOf } from '../sums.js';
import { isDone, type Seen, scalarAt } from './state/model.js';
import type { Review } from './state/use-review.js';
import { fieldName, seen as shown, useWords } from './words.js';

/** A form with its fields, as it is printed: blocks of fields and tables. */
export function Form({ review }: { readonly review: Review }) {
  const { say } = useWords();
  const { doc, report, chosen } = review.model;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen?.path == null) return;
    const field = element.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(chosen.path)}"]`);
    if (!chosen.keepFocus) field?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);
  const seen = review.docs[doc];
  const form = report === null ? undefined : seen?.document.reports[report];
  if (!seen || report === null || !form) return <p class="none">{say('noForms')}</p>;
  const fields = fieldsOf(form);
  const prefix = `/reports/${report}`;
  const block = { review, seen, prefix };
  return (
    <div class="form" ref={element}>
      <Block {...block} title={say('header')} fields={fields.header} />
      <Block {...block} title={say('funds')} fields={fields.fundsHead} table={fields.funds} />
      <Block {...block} title={say('goals')} fields={fields.goals} />
      <Block {...block} title={say('indicators')} fields={fields.indicatorsHead} table={fields.indicators} />
      <Block {...block} title={say('total')} fields={fields.total} />
      <SumsOf form={form} />
      <Block {...block} title={say('closing')} fields={fields.closing} />
    </div>
  );
}

interface BlockProps {
  readonly review: Review;
  readonly seen: Seen;
  readonly prefix: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly table?: FieldTable;
}

function Block({ title, table, fields, ...block }: BlockProps) {
  const { lang } = useWords();
  return (
    <section class="block" aria-label={title}>
      <h2>{title}</h2>
      <dl>
        {fields.map((field) => (
          <div key={field.path}>
            <dt>{fieldName(field, lang)}</dt>
            <dd>
              <Value {...block} field={field} />
            </dd>
          </div>
        ))}
      </dl>
      {table && table.rows.length > 0 && <Table {...block} title={title} table={table} />}
    </section>
  );
}

function Table({ table, title, ...block }: Omit<BlockProps, 'fields' | 'table'> & { readonly table: FieldTable }) {
  const { lang } = useWords();
  const names = table.columns.map((name) => (typeof name === 'string' ? name : `+${name.printed}`));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="scroll" tabIndex={0} aria-label={title}>
      <table>
        <thead>
          <tr>
            {table.columns.map((name, column) => (
              <th key={names[column]} scope="col">
                {fieldName({ name }, lang)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, i) => (
            <tr key={i}>
              {row.map((field, column) => (
                <td key={names[column]} class={typeof table.columns[column] === 'string' ? names[column] : 'extra'}>
                  {field && <Value {...block} field={field} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Value({
  review,
  seen,
  prefix,
  field,
}: Omit<BlockProps, 'title' | 'fields' | 'table'> & { readonly field: Field }) {
  const { lang, say } = useWords();
  const { doc, chosen, state } = review.model;
  const path = `${prefix}${field.path}`;
  const value = shown(shownValue(path, scalarAt(seen.document, path)));
  const place = seen.document.evidence?.[path];
  const point = seen.points.find((one) => one.key === path);
  const isChosen = chosen?.doc === doc && chosen.path === path;
  const old = seen.document.corrected?.[path];
  const isChanged = old !== undefined && old.old !== scalarAt(seen.document, path);
  const looks = [
    'value',
    value === '' ? 'blank' : '',
    isChosen ? 'chosen' : '',
    isChanged ? 'corrected' : '',
    point ? (isDone(point, seen.sha256, state) ? 'settled' : 'doubtful') : '',
  ].filter((name) => name !== '');
  const said = [fieldName(field, lang), value === '' ? say('blank') : value];
  if (point && looks.includes('doubtful')) said.push(say('doubtful'));
  if (isChanged) said.push(say('was', { old: shown(shownValue(path, old.old)) || say('blank') }));
  return (
    <button
      type="button"
      class={looks.join(' ')}
      data-path={path}
      tabIndex={isChosen ? 0 : -1}
      aria-pressed={isChosen}
      aria-label={said.join(', ')}
      title={place && place.raw !== value ? shown(place.raw) : undefined}
      onClick={() => review.choosePath(doc, path)}
    >
      {value === '' ? '—' : value}
    </button>
  );
}

function SumsOf({ form }: { readonly form: Parameters<typeof sumsOf>[0] }) {
  const { say } = useWords();
  const { weights, scores, rates } = sumsOf(form);
  const line = (label: string, { indicators, withFunds, stated, fits }: Sum) => (
    <div class={fits ? 'fits' : 'differs'}>
      <dt>{label}</dt>
      <dd>
        {indicators}
        {withFunds !== indicators && ` · ${say('sumFunds')} ${withFunds}`}
        {stated !== null && ` · ${say('sumStated', { stated })}`} {fits ? '✓' : '✗'}
      </dd>
    </div>
  );
  return (
    <section class="block sums" aria-label={say('sums')} aria-live="polite">
      <h2>{say('sums')}</h2>
      <dl>
        {line(say('sumWeights'), weights)}
        {line(say('sumScores'), scores)}
        {rates.map(({ label, computed, stated, fits }, i) => (
          <div key={i} class={fits ? 'fits' : 'differs'}>
            <dt>{say('sumRate', { label: shown(label ?? say('noName')) })}</dt>
            <dd>
              {computed}
              {stated !== null && ` · ${say('sumStated', { stated })}`} {fits ? '✓' : '✗'}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
