import {
  Activity,
  Bot,
  Database,
  FileInput,
  GitCompareArrows,
  LayoutDashboard,
  type LucideIcon,
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
  paths: Route,
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
