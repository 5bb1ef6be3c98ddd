import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { MINGSUAN_VERSION: JSON.stringify('0.0.0-test') },
  test: {
    include: [
      'src/**/*.test.ts',
      'corpus/**/*.test.ts',
      'scripts/**/*.test.ts',
      'bench/**/*.test.ts',
      'web/**/*.test.ts',
    ],
    testTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
