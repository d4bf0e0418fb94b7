import { expect, test } from 'vitest';
import {
  goBack,
  goForward,
  goTo,
  startTrail,
  type Place,
} from '../../../../renderer/app/navigation.ts';

const library: Place = { screen: 'library' };
const quotes: Place = { screen: 'quotes' };
const settings: Place = { screen: 'settings' };

test('goes back and forward as a browser does', () => {
  const there = goTo(goTo(startTrail(library), quotes), settings);
  const back = goBack(goBack(there));
  expect(back.here).toEqual(library);
  expect(goForward(back).here).toEqual(quotes);
  expect(goForward(goForward(back))).toEqual(there);
});

test('stays where it is at either end', () => {
  const start = startTrail(library);
  expect(goBack(start)).toEqual(start);
  expect(goForward(start)).toEqual(start);
});

test('a new way leaves no forward', () => {
  const turned = goTo(goBack(goTo(startTrail(library), quotes)), settings);
  expect(goForward(turned).here).toEqual(settings);
});

test('typing a query is one step, and Back leaves the search', () => {
  const typed = ['s', 'sh', 'she'].reduce(
    (trail, query) => goTo(trail, { screen: 'search', query }),
    startTrail(library),
  );
  expect(typed.here).toEqual({ screen: 'search', query: 'she' });
  expect(goBack(typed).here).toEqual(library);
});
