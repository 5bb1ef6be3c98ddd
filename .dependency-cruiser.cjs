// The direction of dependencies (docs/architecture.md): cli, commands, serve -> {read, check, compose, write, store} -> model.
const folders = ['read', 'check', 'compose', 'write', 'store'];
const others = (name) => [...folders.filter((f) => f !== name), 'serve', 'commands'].join('|');

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'model-imports-nothing',
      severity: 'error',
      from: { path: '^src/model/', pathNot: '(?:\\.test|Fixture)\\.ts$' },
      to: { pathNot: '^src/model/' },
    },
    ...folders.map((name) => ({
      name: `${name}-stands-alone`,
      severity: 'error',
      from: { path: `^src/${name}/`, pathNot: '(?:\\.test|Fixture)\\.ts$' },
      to: { path: `^src/(${others(name)})/|^src/(cli|index)\\.ts$` },
    })),
    {
      name: 'file-knows-no-budget',
      severity: 'error',
      from: { path: '^src/file/', pathNot: '(?:\\.test|Fixture)\\.ts$' },
      to: { path: '^src/(read|check|compose|write|store|serve|commands)/' },
    },
    {
      name: 'only-read-and-write-use-file',
      severity: 'error',
      from: { path: '^src/(model|check|compose|store)/', pathNot: '(?:\\.test|Fixture)\\.ts$' },
      to: { path: '^src/file/' },
    },
    {
      // The workbench talks to the server through the API alone: its types are made from the schemas. The model
      // holds values without I/O: what is wrong in a book is told by the same rules while one types (041).
      name: 'web-stands-alone',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^src/', pathNot: '^src/model/' },
    },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: '\\.(d|test)\\.ts$' }, to: {} },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
