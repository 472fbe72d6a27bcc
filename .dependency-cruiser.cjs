/** The one table of import rules (docs/decisions/0001). Each comment says what to do instead. */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      comment:
        "Move what both need into a third file. (A job names its handler by a dynamic import; that is no cycle.)",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["dynamic-import"] } },
    },
    {
      name: "no-barrels",
      severity: "error",
      comment: "Import the file that defines the thing; do not make an index file.",
      from: {},
      to: { path: "/index\\.tsx?$", pathNot: "^node_modules/" },
    },
    {
      name: "scoring-is-a-leaf",
      severity: "error",
      comment: "The engine is pure: hand it what it needs through its arguments or a port. Only zod is allowed.",
      from: { path: "^scoring/", pathNot: "(\\.test\\.ts$|^scoring/testing/|/testing/)" },
      to: { pathNot: "^(scoring/|node_modules/zod/)" },
    },
    {
      name: "likelihoods-never-score-answers",
      severity: "error",
      comment:
        "Likelihoods of sounds follow voice and accent: read-speech@ (the benchmark) may use them, the scoring of answers never.",
      from: {
        path: "^(scoring|lib)/",
        pathNot:
          "^(scoring/(read-speech|reference-pages)/|scoring/models/read-speech-|lib/(evaluation|fitting|recognition|cli|reference-pages)/)",
      },
      to: { path: "^scoring/(read-speech/|models/read-speech-|transcripts/phones\\.ts$)" },
    },
    {
      name: "components-know-no-domain",
      severity: "error",
      comment: "Pass data in as properties.",
      from: { path: "^components/" },
      to: { path: "^(lib/(?!format/)|app/)" },
    },
    {
      name: "components-never-reach-the-database",
      severity: "error",
      comment: "Not even through others: load in a loader and pass plain data.",
      from: { path: "^components/" },
      to: { reachable: true, path: "^lib/db/" },
    },
    {
      name: "lib-does-not-know-the-routes",
      severity: "error",
      comment: "Routes call lib.",
      from: { path: "^lib/" },
      to: { path: "^app/" },
    },
    {
      name: "only-data-and-mutations-touch-the-database",
      severity: "error",
      comment:
        "Put the query into the domain folder's data.ts or mutations.ts (or x-data.ts, x-mutations.ts where there is too much for one file).",
      from: {
        path: "^(lib|app)/",
        pathNot:
          "(^lib/(db|auth|jobs|rate-limit|idempotency|health|worker)/|/[a-z-]*(data|mutations)\\.ts$|\\.int\\.test\\.ts$|/testing/)",
      },
      to: { path: "^lib/db/", pathNot: "^lib/db/scope\\.ts$" },
    },
    {
      name: "only-gates-mint-scopes",
      severity: "error",
      comment: "Take an OrganizationScope as an argument; the sign-in gate and a job's payload check make it.",
      from: {
        path: "^(lib|app)/",
        pathNot: "(^lib/(auth|jobs)/|\\.int\\.test\\.ts$|/testing/)",
      },
      to: { path: "^lib/db/mint-organization-scope\\.ts$" },
    },
    {
      name: "only-gates-see-all-tenants",
      severity: "error",
      comment:
        "Use withOrganization: the rows of one organization. What comes before the tenant is known lives in lib/auth or lib/jobs.",
      from: {
        path: "^(lib|app)/",
        pathNot: "(^lib/(auth|jobs|health)/|^lib/db/client\\.ts$|\\.int\\.test\\.ts$|/testing/)",
      },
      to: { path: "^lib/db/(with-system|system-lookup)\\.ts$" },
    },
    {
      name: "browser-code-stays-out-of-adapters",
      severity: "error",
      comment: "Media and recognition own processes and files; only the worker and the command line load them.",
      from: { path: "^(components/|app/.*/_components/|lib/.*/client\\.tsx$)" },
      to: { path: "^lib/(media|recognition|storage|jobs|db)/" },
    },
    {
      name: "client-stands-alone",
      severity: "error",
      comment: "lib/sdk is a package of its own: it knows the API only by the OpenAPI document, and needs no package.",
      from: { path: "^lib/sdk/", pathNot: "\\.test\\.ts$|/testing/" },
      to: { pathNot: "^(lib/sdk/|(node:)?fs$)" },
    },
    {
      name: "application-does-not-use-the-client",
      severity: "error",
      comment: "The application has the functions that the client reaches over the line: call those. Tests may use it.",
      from: { path: "^(app|components|lib|scoring)/", pathNot: "^lib/sdk/|\\.test\\.ts$|/testing/" },
      to: { path: "^lib/sdk/" },
    },
    {
      name: "no-orphan-packages",
      severity: "error",
      comment: "Add it to package.json.",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(generated|\\.next|dist)/|^scoring/acoustics/kernels/wasm/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
