import {
  Activity,
  Bot,
  Database,
  Dices,
  FileInput,
  Funnel,
  Gauge,
  GitCompareArrows,
  LayoutDashboard,
  type LucideIcon,
  Mountain,
  Route,
  Scale,
  Sigma,
  Sprout,
  SquareCheckBig,
  Users,
} from "lucide-react";
import type { Room } from "./rooms.ts";

const ICONS: Record<Room["name"], LucideIcon> = {
  overview: LayoutDashboard,
  import: FileInput,
  problems: Sigma,
  grow: Sprout,
  candidates: SquareCheckBig,
  sample: Dices,
  paths: Route,
  scoring: Gauge,
  hard: Mountain,
  selection: Funnel,
  pairs: GitCompareArrows,
  review: Scale,
  datasets: Database,
  runs: Activity,
  models: Bot,
  members: Users,
};

export function RoomIcon({ name }: { name: Room["name"] }) {
  const Icon = ICONS[name];
  return <Icon aria-hidden />;
}
