/** Which folder may import which: imports point one way, from what people see to the money rooms. */

const SHIPS = '^(src|extensions)/';
const TEST = '\\.test\\.tsx?$';

/** One rule per folder under src: what it may import beside itself. Tests beside the code may also reach for tests/. */
const allowed = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: {path: `^${from}/`, pathNot: TEST},
  to: {path: '^(src|extensions|examples|lab|scripts|tests|graphql)/', pathNot: [`^${from}/`, ...to].join('|')},
});

const CORE = '^src/core/';
const ADAPTERS = '^src/adapters/';
const MESSAGE = '^src/message/';
const EXECUTION = '^src/execution/';
const UI = '^src/ui/';
const OPERATIONS = '^graphql/(generated/|versions\\.json$)';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: {circular: true, viaOnly: {dependencyTypesNot: ['type-only']}},
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: {couldNotResolve: true},
    },
    {
      name: 'core-is-pure',
      comment: 'The planner also runs in Flow: nothing from npm, nothing from Node.',
      severity: 'error',
      from: {path: CORE, pathNot: TEST},
      to: {pathNot: CORE},
    },
    allowed('adapters', 'src/adapters', [CORE, OPERATIONS], 'Answers of the Admin API become core’s snapshot.'),
    allowed('message', 'src/message', [CORE], 'Words are made from what was executed.'),
    allowed('execution', 'src/execution', [CORE, ADAPTERS, MESSAGE, OPERATIONS], 'The engine knows no screen.'),
    allowed(
      'flow',
      'src/flow',
      [CORE, ADAPTERS, EXECUTION, OPERATIONS],
      'Workflows use the planner, and write claims as the engine does.',
    ),
    allowed('ui', 'src/ui', [CORE, ADAPTERS, MESSAGE, EXECUTION, OPERATIONS], 'Screens know no extension.'),
    allowed(
      'endpoint',
      'src/endpoint',
      [CORE, ADAPTERS, MESSAGE, EXECUTION, OPERATIONS],
      'The optional function uses the engine.',
    ),
    {
      name: 'extensions-are-thin',
      comment: 'An extension is an entry to src/ui; extensions share through src.',
      severity: 'error',
      from: {path: '^extensions/([^/]+)/', pathNot: TEST},
      to: {path: '^(src|extensions|graphql)/', pathNot: `${UI}|${OPERATIONS}|^extensions/$1/`},
    },
    {
      name: 'nothing-imports-flow',
      comment: 'Workflows are compiled, never imported by what else ships.',
      severity: 'error',
      from: {path: SHIPS, pathNot: `^src/flow/|${TEST}`},
      to: {path: '^src/flow/'},
    },
    {
      name: 'what-ships-is-alone',
      comment: 'What ships knows neither the lab, nor the scripts, nor the tests.',
      severity: 'error',
      from: {path: SHIPS, pathNot: TEST},
      to: {path: '^(examples|lab|scripts|tests)/'},
    },
    {
      name: 'lab-api-is-independent',
      comment:
        'The lab’s Admin API and Flow never import the product, so that agreement between the two means something.',
      severity: 'error',
      from: {path: '^lab/(admin-api|flow)/'},
      to: {path: SHIPS},
    },
    {
      name: 'dev-dependencies-stay-home',
      comment:
        'What ships may only use dependencies. Of src/flow, the scripts of Run code ship; the rest compiles them.',
      severity: 'error',
      from: {path: SHIPS, pathNot: `${TEST}|^src/flow/(?!run-code/(entries|script)/)`},
      to: {dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only']},
    },
  ],
  options: {
    doNotFollow: {path: '(^|/)node_modules/'},
    exclude: {path: '(^|/)(node_modules/\\.|dist/|\\.cache/|\\.shopify/)'},
    tsPreCompilationDeps: 'specify',
    tsConfig: {fileName: 'tsconfig.json'},
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
