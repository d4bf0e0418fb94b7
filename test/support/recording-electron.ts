// Electron, as far as main uses it, which does nothing but remember what it was asked, in order. Typed by Electron's own
// typings, so that a call main could not make does not compile. What Electron makes of the calls is not shown by it.
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

interface Recorded {
  readonly name: string;
  readonly args: readonly unknown[];
}

type Listener = (...args: never[]) => unknown;

export interface RecordingElectron {
  readonly calls: readonly Recorded[];
  /** The module main imports. */
  readonly module: Record<string, unknown>;
  /** Arguments of every call of that name. */
  of(name: string): readonly (readonly unknown[])[];
  /** Emits an event of `app`. */
  emitApp(event: string, ...args: unknown[]): void;
  readonly windows: readonly RecordingWindow[];
  /** What the person picks where a dialog asks for a folder; until then every dialog is dismissed. */
  picked: string | undefined;
}

interface RecordingWindow extends EventEmitter {
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly webContents: EventEmitter;
}

export interface Circumstances {
  readonly isPackaged: boolean;
  /** False where another instance runs. */
  readonly gotLock: boolean;
  readonly folder: string;
}

export function recordElectron({ isPackaged, gotLock, folder }: Circumstances): RecordingElectron {
  const calls: Recorded[] = [];
  const windows: RecordingWindow[] = [];
  /** A function that is remembered under its name. */
  const noted =
    <F extends Listener>(name: string, then?: F) =>
    (...args: Parameters<F>): ReturnType<F> => {
      calls.push({ name, args });
      return then?.(...args) as ReturnType<F>;
    };
  const appEvents = new EventEmitter();

  type App = Electron.App;
  const app = {
    isPackaged,
    enableSandbox: noted<App['enableSandbox']>('app.enableSandbox'),
    commandLine: {
      appendSwitch: noted<Electron.CommandLine['appendSwitch']>('app.commandLine.appendSwitch'),
    },
    requestSingleInstanceLock: noted('app.requestSingleInstanceLock', () => gotLock),
    whenReady: noted('app.whenReady', () => Promise.resolve()),
    getPath: noted<App['getPath']>('app.getPath', () => folder),
    getVersion: () => '0.0.0',
    exit: noted<App['exit']>('app.exit'),
    quit: noted<App['quit']>('app.quit'),
    on: noted('app.on', (event: string, listener: Listener) => {
      appEvents.on(event, listener as (...args: unknown[]) => void);
    }),
  };

  class BrowserWindow extends EventEmitter implements RecordingWindow {
    readonly webContents = Object.assign(new EventEmitter(), {
      send: noted<Electron.WebContents['send']>('webContents.send'),
      getType: () => 'window' as const,
      setWindowOpenHandler: noted<Electron.WebContents['setWindowOpenHandler']>(
        'webContents.setWindowOpenHandler',
      ),
      setWebRTCIPHandlingPolicy: noted<Electron.WebContents['setWebRTCIPHandlingPolicy']>(
        'webContents.setWebRTCIPHandlingPolicy',
      ),
      printToPDF: noted('webContents.printToPDF', () => Promise.resolve(Buffer.from('%PDF'))),
    });
    readonly loadURL = noted('window.loadURL', () => Promise.resolve());
    readonly show = noted('window.show');
    readonly focus = noted('window.focus');
    readonly setContentProtection = noted<Electron.BrowserWindow['setContentProtection']>(
      'window.setContentProtection',
    );
    readonly setTitle = noted<Electron.BrowserWindow['setTitle']>('window.setTitle');
    readonly options: Electron.BrowserWindowConstructorOptions;

    constructor(options: Electron.BrowserWindowConstructorOptions) {
      super();
      this.options = options;
      calls.push({ name: 'new BrowserWindow', args: [options] });
      windows.push(this);
      appEvents.emit('web-contents-created', {}, this.webContents);
    }

    static getAllWindows(): readonly RecordingWindow[] {
      return windows;
    }

    getSize(): number[] {
      return [1280, 800];
    }

    destroy(): void {
      calls.push({ name: 'window.destroy', args: [] });
      this.emit('closed');
    }
  }

  const defaultSession = {
    webRequest: { onBeforeRequest: noted('session.webRequest.onBeforeRequest') },
    setPermissionRequestHandler: noted('session.setPermissionRequestHandler'),
    setPermissionCheckHandler: noted('session.setPermissionCheckHandler'),
    setDevicePermissionHandler: noted('session.setDevicePermissionHandler'),
    setDisplayMediaRequestHandler: noted('session.setDisplayMediaRequestHandler'),
    on: noted('session.on'),
  };
  const module = {
    app,
    BrowserWindow,
    session: { defaultSession },
    protocol: {
      registerSchemesAsPrivileged: noted<Electron.Protocol['registerSchemesAsPrivileged']>(
        'protocol.registerSchemesAsPrivileged',
      ),
      handle: noted<Electron.Protocol['handle']>('protocol.handle'),
    },
    powerMonitor: { on: noted('powerMonitor.on'), getSystemIdleTime: () => 0 },
    Menu: {
      buildFromTemplate: noted('Menu.buildFromTemplate', (template: unknown) => template),
      setApplicationMenu: noted('Menu.setApplicationMenu'),
    },
    ipcMain: { handle: noted('ipcMain.handle') },
    dialog: {
      showOpenDialog: noted('dialog.showOpenDialog', () => {
        const filePaths = recording.picked === undefined ? [] : [recording.picked];
        return Promise.resolve({ canceled: filePaths.length === 0, filePaths });
      }),
    },
    clipboard: {
      writeText: noted('clipboard.writeText'),
      selection: { clear: noted('clipboard.selection.clear') },
    },
  };
  const recording: RecordingElectron = {
    calls,
    module,
    windows,
    picked: undefined,
    of: (name) => calls.filter((call) => call.name === name).map(({ args }) => args),
    emitApp: (event, ...args) => {
      appEvents.emit(event, ...args);
    },
  };
  return recording;
}
