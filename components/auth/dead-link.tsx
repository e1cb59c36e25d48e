import { LinkButton } from "#components/ui/link-button.tsx";

export function DeadLink({ message }: { message: string }) {
  return (
    <div className="flex flex-col items-start gap-4">
      <h1 className="text-lg font-semibold">This link doesn't work</h1>
      <p className="text-ink-muted">{message}</p>
      <LinkButton href="/sign-in">Go to sign-in</LinkButton>
    </div>
  );
}
