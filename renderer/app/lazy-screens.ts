// Screens that are loaded when they are first shown, so that the lock screen is there at once.
import { lazy } from 'react';

export const CreateScreen = lazy(async () => ({
  default: (await import('../lock/CreateScreen.tsx')).CreateScreen,
}));

export const Frame = lazy(async () => ({ default: (await import('./Frame.tsx')).Frame }));

export const LibraryScreen = lazy(async () => ({
  default: (await import('../library/LibraryScreen.tsx')).LibraryScreen,
}));

export const SettingsScreen = lazy(async () => ({
  default: (await import('../settings/SettingsScreen.tsx')).SettingsScreen,
}));
