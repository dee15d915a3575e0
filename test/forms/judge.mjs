/** How a form ends: exact, told or silent, and what of it makes it so. */
import { differenceOf } from '../mutants/judge.mjs';
import { blocksOf } from './unseen/cells.mjs';
import { formOf } from './unseen/form.mjs';

const keyOf = (label) => label.replace(/[\s:：]+/gu, '');

/** The texts that a report keeps under labels of its own; `$loose` ones may stand under any name, or in it. */
function extraFault(truth, got) {
  const left = new Map(Object.entries(got).map(([label, text]) => [keyOf(label), text]));
  const { $loose: loose = [], ...own } = truth;
  for (const [label, text] of Object.entries(own)) {
    if (left.get(keyOf(label)) !== text) return { at: `/extra/${label}`, expected: text, got: got[label] ?? got };
    left.delete(keyOf(label));
  }
  const missing = loose.find(
    (text) => ![...left].some(([label, other]) => label.includes(keyOf(text)) || other.split(' ').includes(text)),
  );
  if (missing !== undefined) return { at: '/extra', expected: `${missing} under any label`, got };
  const [strange] = [...left].filter(
    ([, text]) => !text.split(' ').every((part) => loose.includes(part) || /^\d$/u.test(part)),
  );
  return strange ? { at: `/extra/${strange[0]}`, expected: 'nothing', got: strange[1] } : null;
}

/** @returns {{ end: 'exact' | 'alarm' | 'told' | 'silent', difference: object | null, said: string[] }} */
export function judge(truths, { reports, diagnostics }) {
  const loud = diagnostics.filter(({ severity }) => severity !== 'info');
  const said = loud.map(({ code, message }) => `${code}: ${message}`);
  if (reports.length !== truths.length) {
    const difference = { at: '/reports', expected: `${truths.length} of them`, got: `${reports.length} of them` };
    return { end: said.length > 0 ? 'told' : 'silent', difference, said };
  }
  const faults = truths.flatMap((truth, i) => {
    const fault = faultOf(truth, reports[i]);
    const isTold = loud.some(({ page }) => page === null || reports[i].pages.includes(page));
    return fault ? [{ ...fault, isTold }] : [];
  });
  const { isTold, ...difference } = faults.find((fault) => !fault.isTold) ?? faults[0] ?? {};
  if (isTold === undefined) return { end: said.length > 0 ? 'alarm' : 'exact', difference: null, said };
  return { end: isTold ? 'told' : 'silent', difference, said };
}

function faultOf({ extra, ...own }, { extra: kept, ...got }) {
  return differenceOf(own, got) ?? extraFault(extra, kept);
}

/** Reads a form, and another one behind it where it has one, through tables in memory. `reader` is evalx: its sources or what is built. */
export function judgeInMemory(seed, { readSections, accountOf, diagnosticsOf }, how) {
  const form = formOf(seed, how);
  const blocks = formsIn(form).flatMap(({ parts }, i) => blocksOf(parts, i + 1));
  const sections = readSections(blocks);
  const { said } = accountOf(blocks, { aside: [], pictures: [] }, sections);
  const diagnostics = diagnosticsOf([...sections.diagnostics, ...said], {});
  const document = { reports: sections.drafts.map(({ report }) => report), diagnostics };
  return { form, ...judge(truthsOf(form), document) };
}

export const formsIn = (form) => [form, ...(form.next ? [form.next] : [])];
export const truthsOf = (form) => formsIn(form).map(({ truth }) => truth);

/** What a form must have to end as it does, and to differ where it differs: all else is left out, one after another. */
export function fewest(seed, reader, how = {}) {
  const off = new Set(how.off);
  let least = judgeInMemory(seed, reader, how);
  // Where one thing is left out, another may stand instead.
  for (let count = -1; count !== off.size; ) {
    count = off.size;
    for (const name of least.form.has) {
      const less = judgeInMemory(seed, reader, { ...how, off: new Set([...off, name]) });
      if (placeOf(less) !== placeOf(least)) continue;
      off.add(name);
      least = less;
    }
  }
  return least;
}

/** The kind of field that differs, or what is said in vain. */
export const placeOf = ({ end, difference, said }) =>
  end === 'alarm'
    ? said[0].replace(/:.*/u, '')
    : (difference?.at.replace(/\d+/gu, 'N').replace(/extra\/.*/u, 'extra') ?? '');
