import { appOrigin } from './app-protocol.ts';

/** A page may load itself again and go nowhere else: there is one page, and its screens are not addresses. */
export function mayNavigate(url: string): boolean {
  return url === `${appOrigin}/` || url === `${appOrigin}/index.html`;
}
