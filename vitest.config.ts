import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/build.ts',
    testTimeout: 30_000,
    // What is installed must not change what is tested; the tests of OCR name their engine.
    env: { EVALX_OCR_ENGINE: 'none' },
  },
});
