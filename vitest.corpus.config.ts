import { defineConfig } from 'vitest/config';

// Apart from `npm test`: these suites need real documents (`npm run test:corpus`).
export default defineConfig({
  test: { name: 'corpus', include: ['test/corpus/**/*.test.ts'], environment: 'node' },
});
