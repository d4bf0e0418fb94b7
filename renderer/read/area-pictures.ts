// Small cut-outs of marked areas, for the cards in the margin. Drawn when asked for, behind the pages; some are kept.
import type { MarkedArea } from '../../shared/evidence/mark.ts';
import type { DrawArea } from '../annotate/AreaPicture.tsx';
import type { PageSession } from './page-session.ts';

/** Pixels of the longer side: a card at twice the density of a plain screen. */
const mostSide = 560;
const mostKept = 40;
/** Behind the pages near the window, in pages. */
const patience = 4;

export function areaPictures(session: PageSession): DrawArea {
  const kept = new Map<string, Promise<HTMLCanvasElement>>();
  return (area) => {
    const key = [area.page, area.x, area.y, area.width, area.height].join(' ');
    const known = kept.get(key);
    const picture = known ?? drawn(session, area);
    kept.delete(key);
    kept.set(key, picture);
    picture.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return picture;
  };
}

function drawn(session: PageSession, area: MarkedArea): Promise<HTMLCanvasElement> {
  return new Promise((resolve, reject) => {
    session.queue.add({
      distance: (focus) => Math.abs(area.page - focus) + patience,
      run: async () => {
        const cut = session.cutOut(area, mostSide);
        cut.then(resolve, reject);
        await cut.catch(() => undefined);
      },
    });
  });
}
