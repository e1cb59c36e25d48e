import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { showScreen, testCache } from "#components/problems/show-screen.tsx";
import type { PromptSet } from "#lib/models/contract/prompts.ts";
import type { PromptRoom } from "./prompt-room.ts";
import { PromptsScreen } from "./prompts-screen.tsx";

afterEach(cleanup);

const set: PromptSet = {
  purpose: "instruct",
  placeholders: [{ name: "examples", required: true, meaning: "The seeds that are shown" }],
  versions: [
    {
      purpose: "instruct",
      version: 1,
      system: "",
      user: "Like {{examples}}, but new",
      by: "Olive",
      at: "2026-01-01T00:00:00Z",
    },
    { purpose: "instruct", version: 0, system: "You write.", user: "{{examples}}", by: null, at: null },
  ],
};

const never = () => Promise.reject(new Error("nothing is asked for here"));
const room: PromptRoom = {
  back: { href: "/projects/gsm8k/grow", label: "Grow" },
  purposes: [
    { value: "instruct", label: "Ask for problems" },
    { value: "solve", label: "Ask for a solution" },
  ],
  query: { queryKey: ["prompts"], queryFn: never },
  save: never,
  preview: never,
};

function show() {
  const cache = testCache();
  cache.setQueryData(room.query.queryKey, [set, { ...set, purpose: "solve" }]);
  showScreen(<PromptsScreen room={room} />, cache);
  return cache;
}

const user = () => screen.getByLabelText<HTMLTextAreaElement>("User");
const save = () => screen.getByRole<HTMLButtonElement>("button", { name: /Save/ });

describe("the prompts", () => {
  test("open with the newest words, which there is no need to save", () => {
    show();
    expect(user().value).toBe("Like {{examples}}, but new");
    expect(save().disabled).toBe(true);
  });

  test("can't be saved without a placeholder that must be there", () => {
    show();
    fireEvent.change(user(), { target: { value: "Write something" } });
    expect(screen.getByText("Put {{examples}} where it belongs.")).toBeTruthy();
    expect(save().disabled).toBe(true);
  });

  test("an older version's words are taken up again, to be saved as a new one", () => {
    show();
    const builtIn = within(screen.getByRole("region", { name: "Versions" })).getAllByRole("listitem")[1];
    if (builtIn) fireEvent.click(within(builtIn).getByRole("button"));
    expect(user().value).toBe("{{examples}}");
    expect(save().disabled).toBe(false);
  });
});
