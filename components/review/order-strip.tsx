import type { Ranking } from "./ranking.ts";

/** The order so far, best first: "2 > 1 = 3". */
export function OrderStrip({ ranking, places, tying }: { ranking: Ranking; places: number; tying: boolean }) {
  const said = ranking
    .map(({ place, ties }, at) => `${at === 0 ? "" : ties ? " = " : " > "}${place + 1}`)
    .join("");
  const left = places - ranking.length;
  return (
    <p role="status" className="border-t border-line px-4 py-2 tabular-nums">
      <span className="text-ink-muted">Best first: </span>
      {said === "" ? <span className="text-ink-faint">press the number of the best answer</span> : said}
      {tying ? " = …" : ""}
      {left > 0 && said !== "" ? <span className="text-ink-faint">, {left} to go</span> : null}
    </p>
  );
}
