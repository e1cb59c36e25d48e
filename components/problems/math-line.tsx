import { MathInline } from "#components/ui/math-inline.tsx";
import { compactMath } from "./compact-math.ts";

/**
 * A text with its formulas on one line of a table. What is too long fades out at the end: an ellipsis would be drawn
 * over a formula, whose parts browsers don't hide one by one.
 */
export function MathLine({ text }: { text: string }) {
  return (
    <span className="block overflow-hidden whitespace-nowrap mask-r-from-[calc(100%-1.5rem)] py-1 pr-6 leading-6">
      <MathInline text={compactMath(text)} />
    </span>
  );
}
