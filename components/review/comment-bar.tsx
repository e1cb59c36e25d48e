import { X } from "lucide-react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import type { AnswerDraft } from "#lib/review/contract.ts";

interface CommentBarProps {
  draft: AnswerDraft;
  onComment: (comment: string) => void;
  onRemoveNote: (at: number) => void;
}

/** The comment that goes with the answer, and the notes on stretches of what is shown. */
export function CommentBar({ draft, onComment, onRemoveNote }: CommentBarProps) {
  return (
    <div className="flex flex-col gap-1 border-t border-line px-4 py-2">
      <Input
        id="review-comment"
        aria-label="Comment"
        placeholder="Comment, kept with your answer"
        maxLength={4000}
        value={draft.comment}
        onChange={(event) => onComment(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" || event.key === "Enter") event.currentTarget.blur();
        }}
      />
      {draft.notes.map(({ text, pathId, segment, from }, at) => (
        <p key={`${pathId}/${segment}/${from}/${text}`} className="flex items-center gap-2 text-xs">
          <span className="min-w-0 truncate">{text}</span>
          <IconButton
            size="sm"
            label={`Remove the note: ${text}`}
            icon={<X />}
            onClick={() => onRemoveNote(at)}
          />
        </p>
      ))}
    </div>
  );
}
