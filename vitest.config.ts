import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What `npm run test:fast` runs while working: what needs no process, server or whole PDF, but for `*.slow.test.ts`. */
const FAST = [
  'account,contract,corrections,crosscheck,files,geometry,grid,layout,messages,output,pages,raster,review,sections,text,validator',
  'cli/options,cli/terminal,ocr/correct,ocr/lines,reader/interpreter,reader/page,reader/picture,reader/repair',
]
  .flatMap((list) => list.split(','))
  .map((folder) => `test/${folder}/**/!(*.slow).test.ts`);

export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'fast' ? FAST : ['test/**/*.test.ts'],
    // The fast ones run nothing that is built, and share what they load.
    ...(mode === 'fast' ? { isolate: false } : { globalSetup: 'test/build.ts' }),
    // Many tests wait for processes: one worker a core, where Vitest would leave a core free.
    maxWorkers: Math.max(2, availableParallelism()),
    // Only for what hangs: the machine may be busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is installed, or was compiled before, must not change what is tested; the tests of OCR name their engine.
    env: { EVALX_OCR_ENGINE: 'none', EVALX_NO_CODE_CACHE: '1' },
  },
}));
