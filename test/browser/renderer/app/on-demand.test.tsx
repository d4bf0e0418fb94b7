import { Suspense, type ComponentType } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { onDemand } from '../../../../renderer/app/on-demand.tsx';

const host = document.createElement('div');
const root = createRoot(host);
afterEach(() => {
  flushSync(() => {
    root.render(null);
  });
});

function Hello({ name }: { readonly name: string }) {
  return <p>Hello {name}</p>;
}

function render(Part: ComponentType<{ readonly name: string }>): void {
  flushSync(() => {
    root.render(
      <Suspense fallback={<p>wait</p>}>
        <Part name="you" />
      </Suspense>,
    );
  });
}

test('a part whose code is there is shown at once, without an empty moment', async () => {
  const { Part, fetch } = onDemand(() => Promise.resolve(Hello));
  await fetch();
  render(Part);
  expect(host.textContent).toBe('Hello you');
});

test('a part whose code is not there is waited for', async () => {
  const { Part } = onDemand(() => Promise.resolve(Hello));
  render(Part);
  expect(host.textContent).toBe('wait');
  await expect.poll(() => host.textContent).toBe('Hello you');
});

test('code that could not be had may be asked for again, and is asked for once', async () => {
  let asked = 0;
  const { fetch } = onDemand(() => {
    asked++;
    return asked === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(Hello);
  });
  await expect(fetch()).rejects.toThrow('gone');
  await Promise.all([fetch(), fetch()]);
  expect(asked).toBe(2);
});
