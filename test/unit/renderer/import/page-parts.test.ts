import { expect, test } from 'vitest';
import { setPagePartsApart } from '../../../../renderer/import/page-parts.ts';

function choose(...paths: string[]) {
  const { files, leftOut } = setPagePartsApart(
    paths.map((path) => ({ path, file: new File(['x'], path.slice(path.lastIndexOf('/') + 1)) })),
  );
  return { files: files.map(({ name }) => name), leftOut };
}

test('files of a folder that belongs to a page chosen with it are no sources', () => {
  expect(
    choose('case/Mill.html', 'case/Mill_files/a.png', 'case/Mill_files/b/c.js', 'case/x.pdf'),
  ).toEqual({
    files: ['Mill.html', 'x.pdf'],
    leftOut: [{ folder: 'Mill_files', page: 'Mill.html', count: 2 }],
  });
  expect(choose('Mill.htm', 'Mill-Dateien/a.png').files).toEqual(['Mill.htm']);
});

test('a folder without its page, beside it or of another name holds sources', () => {
  for (const paths of [
    ['case/Mill_files/a.pdf'],
    ['other/Mill.html', 'case/Mill_files/a.pdf'],
    ['case/Mill.html', 'case/Mill/a.pdf'],
    ['case/Mill.html', 'case/Mills_files/a.pdf'],
  ]) {
    expect.soft(choose(...paths).files).toHaveLength(paths.length);
    expect.soft(choose(...paths).leftOut).toEqual([]);
  }
});
