import { describe, expect, test } from "vitest";
import { type Caller, decideAccess } from "./access.ts";

const nobody: Caller = { kind: "nobody" };
const person = (role: "curator" | "reviewer" | "lead" | null, isOwner = false): Caller => ({
  kind: "person",
  isOwner,
  role,
});

describe("decideAccess", () => {
  test("lets anyone use what is public and nobody else's work without signing in", () => {
    expect(decideAccess("public", nobody)).toBe("allow");
    for (const access of ["user", "owner", "member", "curator", "reviewer", "lead"] as const) {
      expect(decideAccess(access, nobody)).toBe("sign_in");
    }
  });

  test("hides a project from people outside it, whatever the operation asks for", () => {
    for (const access of ["member", "curator", "reviewer", "lead"] as const) {
      expect(decideAccess(access, person(null))).toBe("hide");
    }
  });

  test("gives each role its own operations and the members' ones, and leads all of them", () => {
    expect(decideAccess("curator", person("curator"))).toBe("allow");
    expect(decideAccess("reviewer", person("curator"))).toBe("forbid");
    expect(decideAccess("curator", person("reviewer"))).toBe("forbid");
    expect(decideAccess("lead", person("reviewer"))).toBe("forbid");
    expect(decideAccess("member", person("reviewer"))).toBe("allow");
    for (const access of ["member", "curator", "reviewer", "lead"] as const) {
      expect(decideAccess(access, person("lead"))).toBe("allow");
      expect(decideAccess(access, person(null, true))).toBe("allow");
    }
  });

  test("keeps the installation's operations for owners", () => {
    expect(decideAccess("owner", person("lead"))).toBe("forbid");
    expect(decideAccess("owner", person(null, true))).toBe("allow");
  });
});
