import { useEffect, useMemo } from 'react';
import type { AppInfo } from '../../shared/ipc.ts';
import { saveExport } from '../bridge/save-export.ts';
import { mainExportHost } from '../export/main-host.ts';
import type { Place } from './navigation.ts';
import { onDemand } from './on-demand.tsx';

const library = onDemand(async () => (await import('../library/LibraryScreen.tsx')).LibraryScreen);
const reader = onDemand(async () => (await import('../read/ReaderScreen.tsx')).ReaderScreen);
const search = onDemand(async () => (await import('../search/SearchScreen.tsx')).SearchScreen);
const quotes = onDemand(async () => (await import('../export/QuotesScreen.tsx')).QuotesScreen);
const tags = onDemand(async () => (await import('../tags/TagsScreen.tsx')).TagsScreen);
const report = onDemand(async () => (await import('../report/ReportScreen.tsx')).ReportScreen);
const quote = onDemand(async () => (await import('../quote/QuoteScreen.tsx')).QuoteScreen);
const keys = onDemand(async () => (await import('../keys/KeysScreen.tsx')).KeysScreen);
const activity = onDemand(
  async () => (await import('../activity/ActivityScreen.tsx')).ActivityScreen,
);
const safekeeping = onDemand(
  async () => (await import('../safekeeping/SafekeepingScreen.tsx')).SafekeepingScreen,
);
const trash = onDemand(async () => (await import('../safekeeping/TrashScreen.tsx')).TrashScreen);
const settings = onDemand(
  async () => (await import('../settings/SettingsScreen.tsx')).SettingsScreen,
);

/** The screen that an unlocked locker begins with, ahead of time. */
export const fetchFirstScreen = library.fetch;

interface ScreenProps {
  readonly info: AppInfo | undefined;
  readonly place: Place;
}

export function Screen({ info, place }: ScreenProps) {
  useReaderAhead(place.screen === 'library' && place.source !== undefined);
  switch (place.screen) {
    case 'library':
      return <library.Part selected={place.source} />;
    case 'reader':
      return (
        <reader.Part
          source={place.source}
          mark={place.mark}
          at={place.at}
          beside={place.beside}
          besideAt={place.besideAt}
        />
      );
    case 'search':
      return <search.Part query={place.query} />;
    case 'tags':
      return <tags.Part />;
    case 'quotes':
      return <Quotes version={info?.version ?? ''} />;
    case 'report':
      return <report.Part appVersion={info?.version ?? ''} />;
    case 'quote':
      return <quote.Part key={place.quote} quote={place.quote} />;
    case 'keys':
      return <keys.Part />;
    case 'activity':
      return <activity.Part save={saveExport} />;
    case 'safekeeping':
      return <safekeeping.Part />;
    case 'trash':
      return <trash.Part />;
    case 'settings':
      return <settings.Part info={info} />;
  }
}

/** A source that was chosen is likely to be read next: the reader and an engine for PDFs are there by then. */
function useReaderAhead(chosen: boolean): void {
  useEffect(() => {
    if (!chosen) return;
    void Promise.all([import('../read/pdf-session.ts'), reader.fetch()]).then(
      ([{ warmPdfEngine }]) => {
        warmPdfEngine();
      },
      () => undefined, // whoever opens the reader is told
    );
  }, [chosen]);
}

function Quotes({ version }: { readonly version: string }) {
  const host = useMemo(() => mainExportHost(version), [version]);
  return <quotes.Part host={host} />;
}
