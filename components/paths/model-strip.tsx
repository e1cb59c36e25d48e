import { countWords } from "#components/problems/count-words.ts";
import { shareText } from "#components/problems/share.ts";
import { cx } from "#components/ui/class-names.ts";
import type { ModelFacet } from "#lib/paths/contract.ts";
import { ModelName } from "./model-name.tsx";

interface ModelStripProps {
  models: readonly ModelFacet[];
  /** As in the filter: null for all, an empty name for people's paths. */
  chosen: string | null;
  onChoose: (model: string | null) => void;
}

/** Each model's paths and share of correct ones; pressing one filters by it, pressing it again doesn't. */
export function ModelStrip({ models, chosen, onChoose }: ModelStripProps) {
  if (models.length === 0) return null;
  return (
    <ul
      aria-label="Share correct by model"
      className="grid max-h-48 shrink-0 grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))] overflow-y-auto border-line border-b bg-raised narrow:flex narrow:overflow-x-auto"
    >
      {models.map((facet) => {
        const name = facet.model ?? "";
        const pressed = chosen === name;
        return (
          <li key={name} className="shadow-[1px_1px_0_var(--color-line)] narrow:min-w-44 narrow:flex-1">
            <button
              type="button"
              aria-pressed={pressed}
              onClick={() => onChoose(pressed ? null : name)}
              className={cx(
                "flex h-full w-full flex-col gap-1 px-4 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2 md:px-6",
                pressed && "bg-selected hover:bg-selected",
              )}
            >
              <ModelShare facet={facet} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function ModelShare({ facet }: { facet: ModelFacet }) {
  const { model, paths, correct, unchecked } = facet;
  const share = unchecked === paths ? null : shareText(correct, paths);
  return (
    <>
      <ModelName model={model} className="block w-full truncate text-ink-muted text-xs" />
      <span aria-hidden className="block h-1 w-full overflow-hidden rounded-full bg-line">
        <span
          className="block h-full rounded-full bg-good"
          style={{ width: `${paths === 0 ? 0 : (100 * correct) / paths}%` }}
        />
      </span>
      <span className="flex w-full items-baseline gap-2">
        <span className="font-semibold">{share ?? "—"}</span>
        <span className="min-w-0 flex-1 truncate text-right text-ink-faint text-xs">
          {countWords(paths, "path")}
          {unchecked > 0 ? `, ${unchecked.toLocaleString("en")} not checked` : ""}
        </span>
      </span>
    </>
  );
}
