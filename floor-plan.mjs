// The house as data: three lists. Every import rule below is generated from them.
const rules = ["answers", "similarity", "statistics", "sizing", "formats"];
const machinery = ["auth", "api", "jobs", "models", "python", "cli"];
/** The concepts in the order of the data: a room may import from the rooms before it. */
const flow = [
  "projects",
  "problems",
  "instructions",
  "paths",
  "scoring",
  "selection",
  "pairs",
  "review",
  "datasets",
  "evaluation",
];

const either = (names) => `(${names.join("|")})`;
const layers = "(contract|router|store|jobs|handlers)";
const pureFile = `^lib/${either([...rules, ...flow])}/(?!${layers}[./]).+\\.tsx?$`;
const contract = "^lib/[^/]+/contract[./]";
/** Commands on files that do what a room of concepts decides. */
const fileTool = "^lib/cli/select-[a-z]+\\.ts$";
const test = "\\.test\\.tsx?$";
const nodeOnly = "^(node:)?(fs|net|http|https|child_process|worker_threads)(/|$)";

const forbid = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });

const looksLeft = flow
  .slice(0, -1)
  .map((room, index) =>
    forbid(
      `${room}-looks-left`,
      { path: `^lib/${room}/` },
      { path: `^lib/${either(flow.slice(index + 1))}/` },
      "A room uses the rooms before it. What comes later subscribes to the earlier room's event.",
    ),
  );

export const forbidden = [
  forbid("no-cycles", {}, { circular: true }, "Two files that need each other are one file, or three."),
  forbid("nothing-imports-app", { pathNot: "^(app|e2e)/" }, { path: "^app/" }, "app is the outermost ring."),
  forbid(
    "screens-see-contracts-only",
    { path: "^components/", pathNot: test },
    {
      path: "^lib/",
      pathNot: [pureFile, contract, "^lib/api/(client|operation)\\.ts$"],
    },
    "A screen uses the API client, contracts and pure rules; never a store, router, job or handler.",
  ),
  forbid(
    "ui-knows-no-room",
    { path: "^components/ui/" },
    { path: "^(lib/|components/(?!ui/))" },
    "components/ui could ship in another product.",
  ),
  forbid(
    "pages-go-through-the-door",
    { path: "^app/", pathNot: "^app/api/" },
    { path: "^lib/[^/]+/(store|router|jobs|handlers)[./]" },
    "Pages read through the API client.",
  ),
  forbid(
    "rules-are-pure",
    { path: [pureFile, contract], pathNot: test },
    {
      path: [
        "^(app|components|prisma)/",
        "^lib/(db|env|context)\\.ts$",
        "^lib/[^/]+/(store|router|handlers)[./]",
        "node_modules/(next|react|@prisma|pg-boss|postgres)/",
        nodeOnly,
      ],
    },
    "Rules and contracts run anywhere: plain data in, plain data out.",
  ),
  forbid(
    "rules-rooms-know-only-rules",
    { path: `^lib/${either(rules)}/` },
    { path: "^lib/", pathNot: `^lib/${either(rules)}/` },
    "The rooms of rules could be published on their own.",
  ),
  forbid(
    "only-stores-touch-the-database",
    {
      path: "^(app|components|lib)/",
      pathNot: [
        test,
        "^lib/db\\.ts$",
        "^lib/[^/]+/(store[./]|handlers[./])",
        "^lib/jobs/",
        "^lib/cli/",
        "^lib/auth/sign-in\\.ts$",
      ],
    },
    { path: "^(lib/db\\.ts|prisma/generated/)", dependencyTypesNot: ["type-only"] },
    "SQL and Prisma live in stores; a handler may open the transaction that its stores share.",
  ),
  forbid(
    "machinery-knows-no-concept",
    {
      path: `^lib/${either(machinery)}/`,
      pathNot: ["^lib/(api/(contract|router)|jobs/registry)\\.ts$", fileTool, "/testing/", test],
    },
    { path: `^lib/${either(flow)}/` },
    "Only three files name the rooms: api/contract, api/router, jobs/registry.",
  ),
  forbid(
    "file-tools-use-rules-alone",
    { path: fileTool, pathNot: test },
    { path: `^lib/${either(flow)}/`, pathNot: [pureFile, contract] },
    "A command on files uses a room's rules; what needs its rows asks the API.",
  ),
  ...looksLeft,
  forbid(
    "only-the-worker-runs-handlers",
    { pathNot: ["^lib/jobs/registry\\.ts$", "/handlers/", test, "^bench/"] },
    { path: "^lib/[^/]+/handlers[./]" },
    "Enqueuing a job must not pull in the code that runs it.",
  ),
  forbid(
    "rooms-keep-their-routers",
    { path: "^lib/([^/]+)/", pathNot: "^lib/api/router\\.ts$" },
    { path: "^lib/[^/]+/router[./]", pathNot: ["^lib/$1/", "^lib/api/router\\.ts$"] },
    "A room calls another room's store or rules, never its door.",
  ),
];
