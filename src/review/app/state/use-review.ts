import { useEffect, useMemo, useReducer } from 'preact/hooks';
import type { BBox } from '../../../contract/document.js';
import type { Finding, Language } from '../../../contract/findings.js';
import type { Scalar } from '../../../contract/schema/corrections.js';
import type { Point } from '../../points.js';
import type { ReviewData } from '../../review-types.js';
import * as change from '../../state.js';
import { type By, EMPTY_STATE, lookedAt, opened, type ReviewState } from '../../state.js';
import { kept } from './keep.js';
import { doneForms, isDone, placeOf, reportOf, type Seen, type Start, scalarAt, seenOf, startOf } from './model.js';

/** What is chosen: a field, or a place on a page. */
export interface Chosen {
  readonly doc: number;
  readonly path: string | null;
  readonly page: number | null;
  readonly bbox: BBox | null;
  /** The point that it is, where it is one. */
  readonly key: string | null;
  /** Counts up, so that choosing the same place again scrolls to it again. */
  readonly turn: number;
  /** It was found by what is being typed elsewhere, which goes on there. */
  readonly keepFocus?: boolean;
}

export interface Model {
  readonly state: ReviewState;
  readonly history: readonly { readonly state: ReviewState; readonly chosen: Chosen | null }[];
  /** The form that is shown. */
  readonly doc: number;
  readonly report: number | null;
  readonly chosen: Chosen | null;
  /** What is being typed for the chosen field; null where nothing is. */
  readonly draft: string | null;
}

type Action =
  | { readonly do: 'choose'; readonly chosen: Omit<Chosen, 'turn'> }
  | { readonly do: 'form'; readonly doc: number; readonly report: number | null }
  | { readonly do: 'draft'; readonly text: string | null }
  | { readonly do: 'change'; readonly state: ReviewState }
  | { readonly do: 'opened'; readonly sha256: string; readonly report: number }
  | { readonly do: 'undo' };

function reduce(model: Model, action: Action): Model {
  switch (action.do) {
    case 'choose': {
      const report = reportOf(action.chosen.path) ?? (action.chosen.doc === model.doc ? model.report : 0);
      const chosen = { ...action.chosen, turn: (model.chosen?.turn ?? 0) + 1 };
      return { ...model, chosen, report, doc: chosen.doc, draft: null };
    }
    case 'form':
      return { ...model, doc: action.doc, report: action.report, chosen: null, draft: null };
    case 'draft':
      return { ...model, draft: action.text };
    case 'change': {
      const history = [...model.history, { state: model.state, chosen: model.chosen }];
      return { ...model, state: action.state, history, draft: null };
    }
    case 'opened':
      return { ...model, state: opened(model.state, action.sha256, action.report) };
    case 'undo': {
      const last = model.history.at(-1);
      if (!last) return model;
      const chosen = last.chosen && { ...last.chosen, turn: (model.chosen?.turn ?? 0) + 1 };
      const report = reportOf(chosen?.path ?? null) ?? model.report;
      // What was opened stays so.
      const state = { ...last.state, opened: model.state.opened };
      return { ...model, state, history: model.history.slice(0, -1), chosen, report, draft: null };
    }
  }
}

const START: Model = { state: EMPTY_STATE, history: [], doc: 0, report: 0, chosen: null, draft: null };

export interface OpenPoint {
  readonly doc: number;
  readonly point: Point;
}

interface Known {
  readonly model: Model;
  readonly starts: readonly Start[];
  /** With what is being typed. */
  readonly docs: readonly Seen[];
  readonly points: readonly OpenPoint[];
  readonly done: Readonly<Record<string, readonly number[]>>;
}

export type Review = Known & ReturnType<typeof choosing> & ReturnType<typeof changing>;

/** The review of a page: its state, and what can be done with it. */
export function useReview(data: ReviewData, lang: Language): Review {
  const starts = useMemo(() => data.documents.map((one) => startOf(one, data)), [data]);
  const [model, act] = useReducer(reduce, START, (start) => ({
    ...start,
    state: begun(data, kept(starts[0]?.sha256 ?? '') ?? start.state),
    ...(formsOf(starts)[0] ?? { doc: 0, report: null }),
  }));
  const { state, doc, report } = model;
  const drafted = useDrafted(model, starts);
  const docs = useMemo(
    () => starts.map((start, i) => seenOf(start, i === doc ? drafted : state, data, lang)),
    [starts, state, drafted, doc, data, lang],
  );
  const points = useMemo(
    () => starts.flatMap((start, i) => start.points.map((point) => ({ doc: i, point }))),
    [starts],
  );
  const done = useMemo(() => doneForms(starts, state), [starts, state]);
  const sha256 = starts[doc]?.sha256;
  useEffect(() => {
    if (sha256 !== undefined && report !== null) act({ do: 'opened', sha256, report });
  }, [sha256, report]);
  const seen: Known = { model, starts, docs, points, done };
  return { ...seen, ...choosing(seen, act), ...changing(seen, act) };
}

type Act = (action: Action) => void;

/** What the browser has kept, with what files of corrections say. */
const begun = ({ documents }: ReviewData, state: ReviewState): ReviewState =>
  change.withGiven(
    state,
    documents.flatMap(({ corrections }) => corrections),
    documents.flatMap(({ accepted }) => accepted),
  );

/** What moves through a review. */
function choosing({ model, starts, points }: Known, act: Act) {
  const { state, doc, report } = model;
  const choosePoint = ({ doc, point }: OpenPoint): void => {
    const { path, page, bbox, key } = point;
    act({ do: 'choose', chosen: { doc, path, page, bbox, key } });
  };
  const choosePath = (index: number, path: string, { keepFocus = false } = {}): void => {
    const start = starts[index];
    const place = start ? placeOf(start.read, path) : null;
    const key = start?.points.some((point) => point.key === path) ? path : null;
    const where = { page: place?.page ?? null, bbox: place?.bbox ?? null };
    act({ do: 'choose', chosen: { doc: index, path, ...where, key, keepFocus } });
  };
  return {
    choosePath,
    choosePoint,
    chooseFinding: (index: number, { path, page, bbox }: Finding): void => {
      if (reportOf(path) !== null) choosePath(index, path);
      else act({ do: 'choose', chosen: { doc: index, path: null, page, bbox, key: null } });
    },
    step: (by: 1 | -1): void => {
      const isSettled = (at: OpenPoint): boolean => isDone(at.point, starts[at.doc]?.sha256 ?? '', state);
      const next = nextPoint(points, isSettled, model, by);
      if (next) choosePoint(next);
    },
    stepForm: (by: 1 | -1): void => {
      const forms = formsOf(starts);
      const next = forms[forms.findIndex((form) => form.doc === doc && form.report === report) + by];
      if (next) act({ do: 'form', ...next });
    },
    showForm: (index: number, form: number | null): void => act({ do: 'form', doc: index, report: form }),
  };
}

/** What changes a review. */
function changing({ model, starts }: Known, act: Act) {
  const { state, doc, chosen } = model;
  const start = starts[doc];
  const field = start && chosen?.path != null ? { sha256: start.sha256, path: chosen.path } : null;
  const put = (state: ReviewState): void => act({ do: 'change', state });
  const readValue = (): Scalar => (start && field ? scalarAt(start.read, field.path) : null);
  return {
    draft: (text: string | null): void => act({ do: 'draft', text }),
    correct: (value: Scalar, why: string | null, by: By): void => {
      if (field) put(change.correct(state, field, { read: readValue(), value, why }, by));
    },
    accept: (by: By): void => {
      if (!start || !chosen) return;
      const isKnown = field !== null && change.correctionOf(state, field) !== undefined;
      if (field && !isKnown)
        put(change.correct(state, field, { read: readValue(), value: readValue(), why: null }, by));
      else if (chosen.key !== null && !isKnown) put(lookedAt(state, start.sha256, chosen.key));
    },
    acceptFinding: (index: number, finding: Finding, why: string, by: By): void =>
      put(change.acceptFinding(state, starts[index]?.sha256 ?? '', finding, why, by)),
    takeBack: (index: number, finding: Finding): void =>
      put(change.takeBack(state, starts[index]?.sha256 ?? '', finding)),
    undo: (): void => act({ do: 'undo' }),
  };
}

/** The state as if what is being typed were corrected already, where it is a value. */
function useDrafted({ state, draft, chosen }: Model, starts: readonly Start[]): ReviewState {
  return useMemo(() => {
    const start = starts[chosen?.doc ?? -1];
    if (draft === null || !start || chosen?.path == null) return state;
    const typed = change.typedValue(chosen.path, draft);
    if ('wrong' in typed) return state;
    const { value } = typed;
    const field = { sha256: start.sha256, path: chosen.path };
    const by = { who: '-', when: '1970-01-01T00:00:00Z' };
    return change.correct(state, field, { read: scalarAt(start.read, chosen.path), value, why: null }, by);
  }, [state, draft, chosen, starts]);
}

export const formsOf = (starts: readonly Start[]): { readonly doc: number; readonly report: number }[] =>
  starts.flatMap(({ read }, doc) => read.reports.map((_, report) => ({ doc, report })));

/** The next point that is open, from the chosen one on, round the end; where none is open, the next one. */
function nextPoint(
  points: readonly OpenPoint[],
  isSettled: (at: OpenPoint) => boolean,
  { chosen }: Model,
  by: 1 | -1,
): OpenPoint | null {
  const at = points.findIndex(({ doc, point }) => doc === chosen?.doc && point.key === chosen.key);
  const from = at < 0 && by < 0 ? points.length : at;
  const order = points.map((_, i) => points[(((from + by * (i + 1)) % points.length) + points.length) % points.length]);
  return order.find((one) => one !== undefined && !isSettled(one)) ?? order[0] ?? null;
}
