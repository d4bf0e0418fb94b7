import { expect, test } from 'vitest';
import { citation, complaints, findings } from '../../../../support/made-up-report.ts';

const check = (introduction: string, quote: string) =>
  complaints(findings(introduction, `“${quote}”`, citation));

test.each([
  ['Delta Watch counted 58 prosecutions:', 'The court opened 85 prosecutions in all of the north.'],
  [
    'According to Delta Watch, 40 per cent of workers owe money:',
    'Of the workers, 60 percent owe money to the mill.',
  ],
  [
    'Three mills were closed, says Delta Watch:',
    'The inspectors closed four mills in the spring of that year.',
  ],
  [
    'Fines of $4,000 are usual, says Delta Watch:',
    'Owners pay $400 for each worker whom they do not register.',
  ],
])('another number is told: %s', (introduction, quote) => {
  expect(check(introduction, quote)).toEqual(['intro-number-differs 3']);
});

test.each([
  ['Delta Watch counted 85 prosecutions:', 'The court opened 85 prosecutions in all of the north.'],
  [
    'Delta Watch on Article 17 of the Act:',
    'Under Article 18 the court opened 85 prosecutions in the north.',
  ],
  ['Delta Watch wrote in 2007:', 'The court opened 85 prosecutions in all of the north.'],
  [
    'Over 80 prosecutions were opened, says Delta Watch:',
    'The court opened 85 prosecutions in the north.',
  ],
  [
    'Thirty mills were closed, says Delta Watch:',
    'The inspectors closed 30 mills in the spring of that year.',
  ],
  [
    'Delta Watch says of the two houses:',
    'Of the three mills none was open in the spring of that year.',
  ],
  [
    'Delta Watch visited 12 houses and says:',
    'Nobody was at home when the visitors knocked at the door.',
  ],
  [
    '12 houses and 40 huts were visited by Delta Watch:',
    'Fines of 300 crowns and of 500 crowns were paid for each.',
  ],
])('no other number is told: %s', (introduction, quote) => {
  expect(check(introduction, quote)).toEqual([]);
});
