// Asks the compiler about one changed file of a tree at a time, without starting anew: `npm test` begins with it, so what does
// not compile has been noticed.
import path from 'node:path';
import ts from 'typescript';

/** Something is no longer used: true, but nobody should have to rely on that. */
const unused: ReadonlySet<number> = new Set([6133, 6138, 6192, 6196, 6198, 6199, 6205]);

export class TypeCheck {
  readonly #changed = new Map<string, { readonly text: string; readonly version: number }>();
  readonly #services = new Map<string, ts.LanguageService>();
  readonly #tree: string;
  #version = 0;

  constructor(tree: string) {
    this.#tree = tree;
  }

  /** Whether the file, with this text, compiles. Only the file itself is looked at. */
  passes(file: string, text: string): boolean {
    const full = path.join(this.#tree, file);
    this.#changed.clear();
    this.#changed.set(full, { text, version: ++this.#version });
    const service = this.#serviceOf(file);
    return [
      ...service.getSyntacticDiagnostics(full),
      ...service.getSemanticDiagnostics(full),
    ].every(({ category, code }) => category !== ts.DiagnosticCategory.Error || unused.has(code));
  }

  #serviceOf(file: string): ts.LanguageService {
    const room = file.split('/')[0] ?? '';
    // What workers use is checked as they are: without a document.
    const configs =
      room === 'renderer' ? ['tsconfig.workers.json', 'tsconfig.ui.json'] : ['tsconfig.json'];
    const services = configs.map((name) => this.#serviceBy(path.join(this.#tree, room, name)));
    const full = path.join(this.#tree, file);
    const service = services.find((each) => each.getProgram()?.getSourceFile(full) !== undefined);
    if (service === undefined) throw new Error(`no program holds ${file}`);
    return service;
  }

  #serviceBy(configFile: string): ts.LanguageService {
    const known = this.#services.get(configFile);
    if (known !== undefined) return known;
    const { config } = ts.readConfigFile(configFile, (name) => ts.sys.readFile(name)) as {
      config: unknown;
    };
    const parsed = ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(configFile));
    const options: ts.CompilerOptions = {
      ...parsed.options,
      noEmit: true,
      composite: false,
      incremental: false,
    };
    const service = ts.createLanguageService({
      getCompilationSettings: () => options,
      getScriptFileNames: () => parsed.fileNames,
      getScriptVersion: (name) => String(this.#changed.get(name)?.version ?? 0),
      getScriptSnapshot: (name) => {
        const content = this.#changed.get(name)?.text ?? ts.sys.readFile(name);
        return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
      },
      getCurrentDirectory: () => this.#tree,
      getDefaultLibFileName: (of) => ts.getDefaultLibFilePath(of),
      fileExists: (name) => ts.sys.fileExists(name),
      readFile: (name) => ts.sys.readFile(name),
      readDirectory: (...request) => ts.sys.readDirectory(...request),
      directoryExists: (name) => ts.sys.directoryExists(name),
      getDirectories: (name) => ts.sys.getDirectories(name),
    });
    this.#services.set(configFile, service);
    return service;
  }
}
