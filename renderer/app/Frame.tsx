import { startTransition, Suspense, use, useEffect, useMemo, useRef, useState } from 'react';
import { colourWords } from '../../shared/evidence/colour-words.ts';
import type { AppInfo } from '../../shared/ipc.ts';
import { DropZone } from '../import/DropZone.tsx';
import { ImportProvider } from '../import/import-context.tsx';
import type { Extractor } from '../extract/extract.ts';
import { HidingContext, useHidingMode } from '../lock/hiding-context.ts';
import { OpenReportNotice } from '../lock/OpenReportNotice.tsx';
import { ReportCheckProvider } from '../report/report-check-context.tsx';
import type { OpenReport } from '../vault/calls/opening.ts';
import { useBridge } from './bridge-context.ts';
import { ColourWordsContext } from '../ui/mark-colours.ts';
import styles from './Frame.module.css';
import {
  goBack,
  goForward,
  goTo,
  NavigationContext,
  startTrail,
  type Navigation,
} from './navigation.ts';
import { Screen } from './Screen.tsx';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import {
  isTyping,
  ShortcutContext,
  ShortcutRegistry,
  useShortcuts,
  type Shortcut,
} from './shortcuts.ts';
import { Palette, usePossibleActs } from './Palette.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { SideNav } from './SideNav.tsx';
import { StatusLine } from './StatusLine.tsx';
import { TopBar } from './TopBar.tsx';
import { useSettings } from './use-settings.ts';
import { useStartOfScreen } from './use-start-of-screen.ts';
import { useUndo } from './use-undo.ts';

interface FrameProps {
  readonly info: AppInfo | undefined;
  readonly report: OpenReport;
  readonly onLock: () => Promise<void>;
  readonly startExtractor: () => Promise<Extractor>;
}

/** Everything around the screens while the locker is open. */
export function Frame({ info, report, onLock, startExtractor }: FrameProps) {
  const [trail, setTrail] = useState(() => startTrail({ screen: 'library' }));
  const navigation = useMemo<Navigation>(
    () => ({
      trail,
      go: (place) => {
        const step = () => {
          setTrail((before) => goTo(before, place));
        };
        // A search field shows the place it is at: letters must not wait.
        if (place.screen === 'search') step();
        else startTransition(step);
      },
      back: () => {
        startTransition(() => {
          setTrail(goBack);
        });
      },
      forward: () => {
        startTransition(() => {
          setTrail(goForward);
        });
      },
    }),
    [trail],
  );
  const { singleKeys, hiding, colourMeanings } = useSettings();
  const words = useMemo(() => colourWords(colourMeanings), [colourMeanings]);
  const registry = useMemo(() => new ShortcutRegistry(), []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && registry.handle(event, singleKeys)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
    };
  }, [registry, singleKeys]);
  useAutoLock(onLock);
  useHidingMode(hiding);

  return (
    <ShortcutContext value={registry}>
      <NavigationContext value={navigation}>
        <ColourWordsContext value={words}>
          <ImportProvider startExtractor={startExtractor}>
            <ReportCheckProvider startExtractor={startExtractor}>
              <OpenFrame info={info} report={report} navigation={navigation} onLock={onLock} />
            </ReportCheckProvider>
          </ImportProvider>
        </ColourWordsContext>
      </NavigationContext>
    </ShortcutContext>
  );
}

interface OpenFrameProps extends Pick<FrameProps, 'info' | 'report' | 'onLock'> {
  readonly navigation: Navigation;
}

function OpenFrame({ info, report, navigation, onLock }: OpenFrameProps) {
  const { undo, redo } = useUndo();
  const [sheetShown, setSheetShown] = useState(false);
  const [palette, setPalette] = useState<readonly Shortcut[]>();
  const possibleActs = usePossibleActs();
  const { hide } = use(HidingContext);
  const searchBox = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  useStartOfScreen(main, navigation.trail.here.screen);
  const focusSearch = () => {
    searchBox.current?.focus();
    searchBox.current?.select();
  };
  const notTyping = () => !isTyping(document.activeElement);
  const group = 'Everywhere';
  useShortcuts([
    { keys: '/', group, label: 'Search everything', run: focusSearch },
    { keys: 'Ctrl+Shift+F', group, label: 'Search everything', run: focusSearch },
    { keys: 'Ctrl+Z', group, label: 'Undo', run: undo, when: notTyping },
    { keys: 'Ctrl+Shift+Z', group, label: 'Redo', run: redo, when: notTyping },
    { keys: 'Alt+Left', group, label: 'Back', run: navigation.back },
    { keys: 'Alt+Right', group, label: 'Forward', run: navigation.forward },
    { keys: 'Ctrl+L', group, label: 'Lock', run: () => void onLock(), inDialogs: true },
    { keys: 'F9', group, label: 'Hide everything', run: hide, inDialogs: true },
    { keys: 'Ctrl+Shift+H', group, label: 'Hide everything', run: hide, inDialogs: true },
    {
      keys: 'Ctrl+K',
      group,
      label: 'Go to or do anything',
      run: () => {
        setPalette(possibleActs());
      },
    },
    {
      keys: '?',
      group,
      label: 'Show every key',
      run: () => {
        setSheetShown(true);
      },
    },
  ]);
  return (
    <div className={styles['frame']}>
      <TopBar info={info} searchBox={searchBox} onLock={() => void onLock()} />
      <SideNav />
      <main ref={main} className={styles['main']}>
        <OpenReportNotice report={report} />
        <div className={styles['screen']}>
          <Suspense fallback={null}>
            <ScreenBoundary key={navigation.trail.here.screen}>
              <Screen info={info} place={navigation.trail.here} />
            </ScreenBoundary>
          </Suspense>
        </div>
      </main>
      <StatusLine />
      <DropZone />
      {palette !== undefined && (
        <Palette
          shortcuts={palette}
          onClose={() => {
            setPalette(undefined);
          }}
        />
      )}
      {sheetShown && (
        <ShortcutSheet
          onClose={() => {
            setSheetShown(false);
          }}
        />
      )}
    </div>
  );
}

/** Main counts the minutes and knows of sleep and screen lock; the page says what its locker's settings ask, and obeys. */
function useAutoLock(onLock: () => Promise<void>): void {
  const bridge = useBridge();
  const { autoLockMinutes: minutes, quitWhenLocking: on } = useSettings();
  useEffect(() => {
    void bridge.ask('settings:auto-lock', { minutes });
  }, [bridge, minutes]);
  useEffect(() => {
    void bridge.ask('settings:quit-when-locking', { on });
  }, [bridge, on]);
  const latest = useRef(onLock);
  useEffect(() => {
    latest.current = onLock;
  });
  useEffect(() => {
    bridge.onNotice(() => void latest.current());
  }, [bridge]);
}
