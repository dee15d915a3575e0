/** One process of `npm run mutants`: makes a mutant, reads it and its base, and says how that ended. */
import { parse } from '../../dist/parse.js';
import { baseOf } from './bases.mjs';
import { judge } from './judge.mjs';
import { drawn, mutantOf } from './mutant.mjs';

const goodBases = new Map();

/** What is wrong with a base as it is read before it is made worse: null where it is read exactly, and nothing is said. */
async function faultOf(number) {
  if (!goodBases.has(number)) {
    const { truth, bytes } = drawn(baseOf(number));
    const { document } = await parse(bytes);
    const { end, difference } = judge(truth, document);
    const said = document.diagnostics.map(({ message }) => message);
    goodBases.set(number, end === 'exact' && said.length === 0 ? null : { end, difference, said });
  }
  return goodBases.get(number);
}

process.on('disconnect', () => process.exit());
process.on('message', async ({ seed, name }) => {
  try {
    const { base, truth, bytes } = mutantOf(seed, name);
    const { document } = await parse(bytes);
    const said = document.diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map(({ code, message }) => `${code}: ${message}`);
    process.send({ base, fault: await faultOf(base), said, ...judge(truth, document) });
  } catch (error) {
    process.send({ end: 'crash', difference: { at: '', expected: 'no crash', got: error.stack } });
  }
});
