"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { buttonClass } from "./button-style.ts";
import { cx } from "./class-names.ts";

export const backdropClass =
  "fixed inset-0 z-40 bg-backdrop transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0";

export const dialogClass =
  "fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-lg border border-line-strong bg-raised shadow-popup outline-none transition-[opacity,scale] duration-150 data-ending-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0";

const widths = { sm: "max-w-sm", md: "max-w-lg", lg: "max-w-2xl", xl: "max-w-5xl" };

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  size?: keyof typeof widths | undefined;
};

export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  size = "md",
}: DialogProps) {
  const body = useRef<HTMLDivElement>(null);
  // Into the form, not onto the close button; where there is no form, Base UI's choice.
  const firstField = () =>
    body.current?.querySelector<HTMLElement>("input, textarea, [role=combobox]") ?? true;
  return (
    <Base.Root onOpenChange={(next) => onOpenChange(next)} open={open}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup className={cx(dialogClass, widths[size])} initialFocus={firstField}>
          <div className="flex items-start justify-between gap-4 px-4 pt-3.5 pb-2">
            <div className="min-w-0">
              <Base.Title className="font-semibold text-base">{title}</Base.Title>
              {description ? (
                <Base.Description className="mt-0.5 text-ink-muted text-sm">{description}</Base.Description>
              ) : null}
            </div>
            <Base.Close
              aria-label="Close"
              className={cx(buttonClass({ variant: "ghost", size: "sm", square: true }), "-mt-1 -mr-1.5")}
            >
              <X aria-hidden />
            </Base.Close>
          </div>
          {children === undefined ? null : (
            <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-1 pb-4" ref={body}>
              {children}
            </div>
          )}
          {footer ? (
            <div className="flex flex-wrap justify-end gap-2 border-line border-t px-4 py-3">{footer}</div>
          ) : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
