// Loaded before each test file: leaves behind which functions it entered (entered.ts).
import { writeFileSync } from 'node:fs';
import { afterAll } from 'vitest';

const file = process.env['MUTANTS_ENTERED'];

afterAll(() => {
  const { __entered: entered = [] } = globalThis as { __entered?: Iterable<string> };
  if (file !== undefined) writeFileSync(file, JSON.stringify([...entered]));
});
