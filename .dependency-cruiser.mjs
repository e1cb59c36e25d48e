import { forbidden } from "./floor-plan.mjs";

export default {
  forbidden,
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["node_modules", "prisma/generated"] },
    exclude: { path: ["^\\.next", "^\\.lemma"] },
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
