import { useState } from 'preact/hooks';
import { isDiagnostic } from '../../contract/diagnostics.js';
import type { Finding } from '../../contract/findings.js';
import { fieldIn } from '../fields.js';
import { type By, shownValue } from '../state.js';
import { isDone, type Seen, scalarAt } from './state/model.js';
import type { OpenPoint, Review } from './state/use-review.js';
import { fieldName, seen as shown, useWords } from './words.js';

/** What is to be looked at: doubtful fields and places. Those that are open stand first. */
export function Points({ review }: { readonly review: Review }) {
  const { say } = useWords();
  const { points, docs, model } = review;
  const settled = (at: OpenPoint): boolean => isDone(at.point, docs[at.doc]?.sha256 ?? '', model.state);
  const open = points.filter((at) => !settled(at));
  return (
    <section class="points" aria-label={say('points')}>
      <h2>
        {say('points')} <small>{say('pointsLeft', { left: open.length, all: points.length })}</small>
      </h2>
      {open.length === 0 && <p class="none">{say(points.length === 0 ? 'nothingToLookAt' : 'pointsDone')}</p>}
      <ol>
        {[...open, ...points.filter(settled)].slice(0, MOST).map((at) => (
          <PointItem key={`${at.doc}${at.point.key}`} {...{ review, at, isSettled: settled(at) }} />
        ))}
      </ol>
    </section>
  );
}

/** So many are listed; the keys reach all. */
const MOST = 200;

interface PointProps {
  readonly review: Review;
  readonly at: OpenPoint;
  readonly isSettled: boolean;
}

function PointItem({ review, at, isSettled }: PointProps) {
  const { lang, say } = useWords();
  const { chosen } = review.model;
  const { path, page, report, said, confidence, key } = at.point;
  const seen = review.docs[at.doc];
  const form = report === null ? undefined : seen?.document.reports[report];
  const field = form && path !== null ? fieldIn(form, path.slice(`/reports/${report}`.length)) : undefined;
  const value = path === null || !seen ? '' : shown(shownValue(path, scalarAt(seen.document, path)));
  const isChosen = chosen?.doc === at.doc && chosen.key === key;
  return (
    <li>
      <button
        type="button"
        class={`${isSettled ? 'settled' : 'open'}${isChosen ? ' chosen' : ''}`}
        aria-pressed={isChosen}
        onClick={() => review.choosePoint(at)}
      >
        <span class="where">{page === null ? '' : say('page', { page })}</span>
        {field && <span class="name">{fieldName(field, lang)}</span>}
        {path !== null && <span class="text">{value || say('blank')}</span>}
        {confidence < 1 && <span class="sure">{say('sureness', { percent: `${Math.round(confidence * 100)}%` })}</span>}
        {said.map(({ message }) => (
          <span class="text" key={message}>
            {shown(message)}
          </span>
        ))}
      </button>
    </li>
  );
}

interface FindingsProps {
  readonly review: Review;
  readonly by: () => By;
}

/** What the rules find in the form that is shown, and what was accepted. */
export function Findings({ review, by }: FindingsProps) {
  const { say } = useWords();
  const { doc, report } = review.model;
  const seen = review.docs[doc];
  if (!seen) return null;
  const isHere = (finding: Finding): boolean => finding.report === report || finding.report === null;
  const own = seen.findings.filter(isHere);
  const sorted = [...own.filter((one) => !isDiagnostic(one)), ...own.filter(isDiagnostic)];
  const accepted = seen.accepted.filter(({ finding }) => isHere(finding));
  return (
    <section class="findings" aria-label={say('findings')} aria-live="polite">
      <h2>
        {say('findings')} <small>{sorted.length}</small>
      </h2>
      {sorted.length === 0 && <p class="none">{say('noFindings')}</p>}
      <ul>
        {sorted.map((finding) => (
          <FindingItem key={`${finding.rule}${finding.path}${finding.message}`} {...{ review, finding, by, seen }} />
        ))}
        {accepted.map(({ finding, why }) => (
          <li key={`${finding.rule}${finding.path}`} class="accepted">
            <button type="button" class="finding" onClick={() => review.chooseFinding(doc, finding)}>
              <s>{shown(finding.message)}</s> {say('acceptedBecause', { why: shown(why) })}
            </button>
            <button type="button" onClick={() => review.takeBack(doc, finding)}>
              {say('takeBack')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FindingItem({ review, finding, by }: FindingsProps & { readonly finding: Finding; readonly seen: Seen }) {
  const { say } = useWords();
  const [why, setWhy] = useState<string | null>(null);
  const { doc } = review.model;
  return (
    <li class={finding.severity}>
      <button type="button" class="finding" data-rule={finding.rule} onClick={() => review.chooseFinding(doc, finding)}>
        <span class="severity">{say(finding.severity)}</span> {shown(finding.message)} <code>{finding.rule}</code>
      </button>
      {why === null ? (
        <button type="button" onClick={() => setWhy('')}>
          {say('acceptFinding')}
        </button>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (why.trim() !== '') review.acceptFinding(doc, finding, why.trim(), by());
          }}
        >
          <label>
            {say('reason')}
            <input
              type="text"
              required
              value={why}
              ref={(input) => input?.focus()}
              onInput={({ currentTarget }) => setWhy(currentTarget.value)}
            />
          </label>
          <button type="submit">{say('acceptFinding')}</button>
        </form>
      )}
    </li>
  );
}
