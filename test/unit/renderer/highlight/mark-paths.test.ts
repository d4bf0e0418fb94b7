import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MarkId } from '../../../../shared/evidence/ids.ts';
import {
  boxFromRect,
  colourPaths,
  edgePath,
  fillPath,
  isInside,
  marksAt,
  nextMark,
  type Box,
  type PlacedMark,
  type Point,
} from '../../../../renderer/highlight/mark-paths.ts';

function placed(id: string, box: Box, colour: PlacedMark['colour'] = 'key', lane = 0): PlacedMark {
  return { id: id as MarkId, kind: 'highlight', colour, lane, boxes: [box] };
}

test('all marks of a colour are one path, and colours without marks have none', () => {
  const box = boxFromRect(0, 0, 10, 5);
  const paths = colourPaths([placed('a', box), placed('b', box, 'law'), placed('c', box)], 2);
  expect(paths.map(({ colour }) => colour)).toEqual(['key', 'law']);
  expect(paths[0]?.fill).toBe(fillPath([box, box]));
});

test('the edge of a higher lane lies further out', () => {
  const box = boxFromRect(0, 0, 10, 5);
  expect(edgePath([box], 0)).toBe('M0 5L10 5');
  expect(edgePath([box], 3)).toBe('M0 8L10 8');
});

test('the edge of turned text turns with it', () => {
  const upwards = turned(boxFromRect(0, 0, 10, 5), -90);
  expect(edgePath([upwards], 1)).toBe('M6 0L6 -10');
});

test('a point is inside a box however the box is turned', () => {
  const coordinate = fc.integer({ min: -50, max: 50 });
  fc.assert(
    fc.property(coordinate, coordinate, fc.integer({ min: 0, max: 359 }), (x, y, angle) => {
      const box = boxFromRect(-20, -10, 40, 20);
      const point = turnedPoint({ x, y }, angle);
      const onEdge = Math.abs(x) === 20 || Math.abs(y) === 10;
      if (!onEdge)
        expect(isInside(turned(box, angle), point)).toBe(Math.abs(x) < 20 && Math.abs(y) < 10);
    }),
  );
});

test('of marks over each other a click means the shortest', () => {
  const long = placed('long', boxFromRect(0, 0, 100, 10));
  const short = placed('short', boxFromRect(40, 0, 20, 10));
  expect(marksAt([long, short], { x: 50, y: 5 }).map(({ id }) => id)).toEqual(['short', 'long']);
  expect(marksAt([long, short], { x: 5, y: 5 }).map(({ id }) => id)).toEqual(['long']);
  expect(marksAt([long, short], { x: 5, y: 50 })).toEqual([]);
});

function turned(box: Box, degrees: number): Box {
  const [a, b, c, d] = box;
  return [
    turnedPoint(a, degrees),
    turnedPoint(b, degrees),
    turnedPoint(c, degrees),
    turnedPoint(d, degrees),
  ];
}

function turnedPoint({ x, y }: Point, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return {
    x: x * Math.cos(angle) - y * Math.sin(angle),
    y: x * Math.sin(angle) + y * Math.cos(angle),
  };
}

test('an underline fills nothing and has a line of its own', () => {
  const box = boxFromRect(0, 0, 10, 5);
  const [path] = colourPaths([{ ...placed('a', box), kind: 'underline' }], 2);
  expect(path).toMatchObject({ fill: '', edge: '' });
  expect(path?.line).not.toBe('');
});

test('picking again and again reaches every mark that lies there', () => {
  const box = boxFromRect(0, 0, 10, 5);
  const found = [placed('a', box), placed('b', box), placed('c', box)];
  const order = [undefined, 'a', 'b', 'c', 'elsewhere'].map(
    (last) => nextMark(found, last as MarkId | undefined)?.id,
  );
  expect(order).toEqual(['a', 'b', 'c', 'a', 'a']);
  expect(nextMark([], undefined)).toBeUndefined();
});
