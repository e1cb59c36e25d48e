import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";

interface EditorNoticesProps {
  /** Why saving failed. */
  failure: string | null;
  /** Somebody saved a newer version than the one that was begun with. */
  overtaken: boolean;
  onLook: () => void;
  /** Another draft of the same person: an unsent one in this browser, or one from another window. */
  other: "here" | "elsewhere" | null;
  onTakeOther: () => void;
}

/** What the writer should know, above the fields; nothing where all is well. */
export function EditorNotices({ failure, overtaken, onLook, other, onTakeOther }: EditorNoticesProps) {
  return (
    <>
      {failure === null ? null : (
        <Callout title="It isn't saved" tone="bad">
          {failure}
        </Callout>
      )}
      {overtaken ? (
        <Callout
          action={
            <Button onClick={onLook} size="sm">
              See what changed
            </Button>
          }
          title="Someone saved this problem meanwhile"
          tone="warn"
        >
          Nothing is overwritten: you will see both versions before yours is saved.
        </Callout>
      ) : null}
      {other ? (
        <Callout
          action={
            <Button onClick={onTakeOther} size="sm">
              Use that one
            </Button>
          }
          title={
            other === "here" ? "This browser holds another unsent draft" : "You wrote on in another window"
          }
        >
          {other === "here"
            ? "You wrote on elsewhere since; what you see is the later one."
            : "What you see here was written before. Whichever you go on with is kept as your draft."}
        </Callout>
      ) : null}
    </>
  );
}
