import fc from "fast-check";
import { expect, it } from "vitest";
import { dropReason } from "./contract.ts";
import { inReasonOrder } from "./dropped.ts";

it("sorts reasons as the contract tries them, and keeps their counts", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(dropReason.options), (reasons) => {
      const dropped = reasons.map((reason, count) => ({ reason, count }));
      const sorted = inReasonOrder(dropped);
      expect(sorted.map(({ reason }) => reason)).toEqual(
        dropReason.options.filter((each) => reasons.includes(each)),
      );
      for (const each of dropped) expect(sorted).toContainEqual(each);
    }),
  );
});
