import { useEffect, useRef, useState } from 'preact/hooks';
import type { BBox, EvalxDocument, Evidence } from '../../contract/document.js';
import { pictureOf } from './state/data.js';
import type { Review } from './state/use-review.js';
import { useWords } from './words.js';

const ZOOMS = [50, 75, 100, 150, 200, 300];

/** The pages of a document, one below the other. */
export function Pages({ review }: { readonly review: Review }) {
  const { say } = useWords();
  const [zoom, setZoom] = useState(100);
  const { model, docs } = review;
  const seen = docs[model.doc];
  const pane = useRef<HTMLElement>(null);
  useScrollTo(pane, review, zoom);
  if (!seen) return null;
  const step = (by: number): void => setZoom((now) => ZOOMS[ZOOMS.indexOf(now) + by] ?? now);
  return (
    <section class="pages" aria-label={say('pages')}>
      <div class="zoom">
        <button type="button" onClick={() => step(-1)} aria-label={say('narrower')} title={say('narrower')}>
          −
        </button>
        <button type="button" onClick={() => step(1)} aria-label={say('wider')} title={say('wider')}>
          +
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="scroll" ref={pane} tabIndex={0} aria-label={say('pages')}>
        {seen.given.pages.map(({ page, width, height }) => (
          <Page key={`${model.doc}-${page}`} {...{ review, page, width, height, zoom }} document={seen.document} />
        ))}
      </section>
    </section>
  );
}

/** Scrolls to what was chosen, so that it stands in the middle. */
function useScrollTo(pane: { readonly current: HTMLElement | null }, { model, starts }: Review, zoom: number): void {
  const { chosen, doc, report } = model;
  const first = report === null ? null : (starts[doc]?.read.reports[report]?.pages[0] ?? null);
  useEffect(() => {
    const element = pane.current;
    if (!element || !chosen?.page) return;
    const page = element.querySelector<HTMLElement>(`[data-page="${chosen.page}"]`);
    if (!page) return;
    const height = Number(page.dataset['height']);
    const middle = chosen.bbox ? (chosen.bbox[1] + chosen.bbox[3]) / 2 / height : 0;
    element.scrollTop = page.offsetTop + middle * page.offsetHeight - element.clientHeight / 2;
    if (chosen.bbox && page.offsetWidth > element.clientWidth) {
      const across = (chosen.bbox[0] + chosen.bbox[2]) / 2 / Number(page.dataset['width']);
      element.scrollLeft = page.offsetLeft + across * page.offsetWidth - element.clientWidth / 2;
    }
  }, [chosen?.turn, doc, zoom]);
  useEffect(() => {
    if (model.chosen !== null || first === null) return;
    const page = pane.current?.querySelector<HTMLElement>(`[data-page="${first}"]`);
    if (page && pane.current) pane.current.scrollTop = page.offsetTop;
  }, [doc, report, first]);
}

interface PageProps {
  readonly review: Review;
  readonly document: EvalxDocument;
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

function Page({ review, document, page, width, height, zoom }: PageProps) {
  const { say } = useWords();
  const element = useRef<HTMLDivElement>(null);
  const isNear = useNear(element);
  const picture = isNear ? pictureOf(review.model.doc, page) : null;
  return (
    <div
      class="page"
      ref={element}
      data-page={page}
      data-width={width}
      data-height={height}
      style={{ width: `${zoom}%`, aspectRatio: `${width} / ${height}` }}
    >
      {isNear && picture !== null && <img src={picture} alt={say('page', { page })} />}
      {isNear && picture === null && <p class="none">{say('noPicture')}</p>}
      {isNear && <Boxes {...{ review, document, page, width, height }} />}
    </div>
  );
}

/** Whether an element is on the screen, or about a screen away from it. */
function useNear(element: { readonly current: Element | null }): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new IntersectionObserver((entries) => setNear(entries.some((entry) => entry.isIntersecting)), {
      rootMargin: '100%',
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isNear;
}

/** The boxes of the fields on a page; where two lie over one another, the smaller can be clicked. */
function Boxes({ review, document, page, width, height }: Omit<PageProps, 'zoom'>) {
  const { chosen, doc } = review.model;
  const boxes = boxesOf(document).get(page) ?? [];
  const isChosen = chosen !== null && chosen.doc === doc && chosen.page === page && chosen.bbox !== null;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {boxes.map(([path, { bbox, confidence, corrected }]) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard fields are chosen in the form
        <rect
          key={path}
          data-path={path}
          class={corrected ? 'box corrected' : confidence < 1 ? 'box doubtful' : 'box'}
          {...rectOf(bbox)}
          onClick={() => review.choosePath(doc, path)}
        />
      ))}
      {isChosen && chosen.bbox && <rect class="chosen" {...rectOf(chosen.bbox)} />}
    </svg>
  );
}

type Boxed = [string, Evidence][];
const known = new WeakMap<EvalxDocument, ReadonlyMap<number, Boxed>>();

/** The fields of each page, the large ones first; of several that one merged cell states, one, and if there is one a doubtful one. */
function boxesOf(document: EvalxDocument): ReadonlyMap<number, Boxed> {
  const before = known.get(document);
  if (before) return before;
  const pages = new Map<number, Map<string, Boxed[number]>>();
  for (const entry of Object.entries(document.evidence ?? {})) {
    const { page, bbox, confidence } = entry[1];
    const own = pages.get(page) ?? new Map<string, Boxed[number]>();
    const key = bbox.join(' ');
    if (confidence < (own.get(key)?.[1].confidence ?? 2)) own.set(key, entry);
    pages.set(page, own);
  }
  const sorted = [...pages].map(([page, own]): [number, Boxed] => [
    page,
    [...own.values()].sort(([, a], [, b]) => areaOf(b.bbox) - areaOf(a.bbox)),
  ]);
  const boxes = new Map(sorted);
  known.set(document, boxes);
  return boxes;
}

const rectOf = ([x0, y0, x1, y1]: BBox) => ({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 });
const areaOf = ([x0, y0, x1, y1]: BBox): number => (x1 - x0) * (y1 - y0);
