import { LockKeyhole } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { apiFailure } from "#lib/api/client.ts";

interface FailureProps {
  error: unknown;
  /** What couldn't be shown: "These problems". */
  what: string;
  onRetry: () => void;
  retrying?: boolean | undefined;
}

/** A failed query in place of what it was for. A refusal is no fault, and trying it again wouldn't help. */
export function Failure({ error, what, onRetry, retrying }: FailureProps) {
  const { code, message } = apiFailure(error);
  if (code === "forbidden") {
    return (
      <EmptyState icon={<LockKeyhole />} title={`${what} aren't open to you`}>
        {message}
      </EmptyState>
    );
  }
  if (code === "not_found") return <ErrorState title={`${what} couldn't be found`} message={message} />;
  return (
    <ErrorState
      title={`${what} couldn't be loaded`}
      message={message}
      code={code === "offline" ? undefined : code}
      onRetry={onRetry}
      retrying={retrying}
    />
  );
}
