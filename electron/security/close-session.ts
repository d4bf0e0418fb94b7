import type { Session } from 'electron';
import { mayRequest } from './offline.ts';
import { mayUse } from './permissions.ts';

/** No request leaves, no permission is given, nothing is downloaded. Exports go through the one door in `ipc/`. */
export function closeSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !mayRequest(details.url) });
  });
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    callback(mayUse(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => mayUse(permission));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => {
    callback(null);
  });
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}
