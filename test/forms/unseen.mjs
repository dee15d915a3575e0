/** Forms that nobody has printed: what tests and `npm run forms` use of them. */
export { fewest, formsIn, judge, judgeInMemory, placeOf, truthsOf } from './judge.mjs';
export { printsOf } from './print.mjs';
export { faultsOf } from './unseen/cells.mjs';
export { formOf } from './unseen/form.mjs';
