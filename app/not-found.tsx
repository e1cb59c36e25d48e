import { Compass } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="flex min-h-dvh items-center">
      <EmptyState
        action={<LinkButton href="/">Go to the start</LinkButton>}
        icon={<Compass />}
        title="There is nothing at this address"
      >
        It may have been deleted, or it belongs to a project that you aren’t a member of. The lead of the
        project can add you.
      </EmptyState>
    </main>
  );
}
