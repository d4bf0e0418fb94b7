import { lazy } from 'react';
import type { AppInfo } from '../../shared/ipc.ts';
import type { Place } from './navigation.ts';

const LibraryScreen = lazy(async () => ({
  default: (await import('../library/LibraryScreen.tsx')).LibraryScreen,
}));
const ReaderScreen = lazy(async () => ({
  default: (await import('../read/ReaderScreen.tsx')).ReaderScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('../settings/SettingsScreen.tsx')).SettingsScreen,
}));

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
      return <ReaderScreen source={place.source} mark={place.mark} />;
    case 'search':
    case 'quotes':
      return null;
  }
}
