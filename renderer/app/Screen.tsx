import type { AppInfo } from '../../shared/ipc.ts';
import { LibraryScreen, SettingsScreen } from './lazy-screens.ts';
import type { Place } from './navigation.ts';

interface ScreenProps {
  readonly info: AppInfo | undefined;
  readonly place: Place;
}

export function Screen({ info, place }: ScreenProps) {
  switch (place.screen) {
    case 'library':
      return <LibraryScreen selected={place.source} />;
    case 'settings':
      return <SettingsScreen info={info} />;
    case 'reader':
    case 'search':
    case 'quotes':
      return null;
  }
}
