import { Badge } from "#components/ui/badge.tsx";
import type { PathKind } from "#lib/paths/contract.ts";
import { KIND_HINT, KIND_LABEL } from "./kind-words.ts";

export function KindBadge({ kind }: { kind: PathKind }) {
  return <Badge title={KIND_HINT[kind]}>{KIND_LABEL[kind]}</Badge>;
}
