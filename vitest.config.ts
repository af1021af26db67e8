import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          setupFiles: ['test/property-seed.ts'],
          // Generous, so that a busy machine fails no test: no bound on time is asserted anywhere.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: [
            'src/{domain,text,trace,read,judge,presence,warn,export,pages}/**/*.test.ts',
            'eval/**/*.test.ts',
            'bench/**/*.test.ts',
            'example/**/*.test.ts',
            'train/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'store',
          setupFiles: ['test/property-seed.ts'],
          include: [
            'src/*.test.ts',
            'src/{collect,archive,store,models,pipeline,operations,people,notices,api,cli}/**/*.test.ts',
            'test/**/*.test.ts',
          ],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
