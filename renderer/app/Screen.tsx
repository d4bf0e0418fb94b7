import { lazy, useEffect, useMemo } from 'react';
import type { AppInfo } from '../../shared/ipc.ts';
import { saveExport } from '../bridge/save-export.ts';
import { mainExportHost } from '../export/main-host.ts';
import type { Place } from './navigation.ts';

const LibraryScreen = lazy(async () => ({
  default: (await import('../library/LibraryScreen.tsx')).LibraryScreen,
}));
const loadReader = () => import('../read/ReaderScreen.tsx');
const ReaderScreen = lazy(async () => ({ default: (await loadReader()).ReaderScreen }));
const SearchScreen = lazy(async () => ({
  default: (await import('../search/SearchScreen.tsx')).SearchScreen,
}));
const QuotesScreen = lazy(async () => ({
  default: (await import('../export/QuotesScreen.tsx')).QuotesScreen,
}));
const QuoteScreen = lazy(async () => ({
  default: (await import('../quote/QuoteScreen.tsx')).QuoteScreen,
}));
const ReportScreen = lazy(async () => ({
  default: (await import('../report/ReportScreen.tsx')).ReportScreen,
}));
const KeysScreen = lazy(async () => ({
  default: (await import('../keys/KeysScreen.tsx')).KeysScreen,
}));
const ActivityScreen = lazy(async () => ({
  default: (await import('../activity/ActivityScreen.tsx')).ActivityScreen,
}));
const SafekeepingScreen = lazy(async () => ({
  default: (await import('../safekeeping/SafekeepingScreen.tsx')).SafekeepingScreen,
}));
const TrashScreen = lazy(async () => ({
  default: (await import('../safekeeping/TrashScreen.tsx')).TrashScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('../settings/SettingsScreen.tsx')).SettingsScreen,
}));

interface ScreenProps {
  readonly info: AppInfo | undefined;
  readonly place: Place;
}

export function Screen({ info, place }: ScreenProps) {
  useReaderAhead(place.screen === 'library' && place.source !== undefined);
  switch (place.screen) {
    case 'library':
      return <LibraryScreen selected={place.source} />;
    case 'reader':
      return (
        <ReaderScreen key={place.source} source={place.source} mark={place.mark} at={place.at} />
      );
    case 'search':
      return <SearchScreen query={place.query} />;
    case 'quotes':
      return <Quotes version={info?.version ?? ''} />;
    case 'quote':
      return <QuoteScreen key={place.quote} quote={place.quote} />;
    case 'report':
      return <ReportScreen />;
    case 'keys':
      return <KeysScreen />;
    case 'activity':
      return <ActivityScreen save={saveExport} />;
    case 'safekeeping':
      return <SafekeepingScreen />;
    case 'trash':
      return <TrashScreen />;
    case 'settings':
      return <SettingsScreen info={info} />;
  }
}

/** A source that was chosen is likely to be read next: the reader and an engine for PDFs are there by then. */
function useReaderAhead(chosen: boolean): void {
  useEffect(() => {
    if (!chosen) return;
    void Promise.all([import('../read/pdf-session.ts'), loadReader()]).then(
      ([{ warmPdfEngine }]) => {
        warmPdfEngine();
      },
      () => undefined, // whoever opens the reader is told
    );
  }, [chosen]);
}

function Quotes({ version }: { readonly version: string }) {
  const host = useMemo(() => mainExportHost(version), [version]);
  return <QuotesScreen host={host} />;
}
