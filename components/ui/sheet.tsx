"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "./button-style.ts";
import { cx } from "./class-names.ts";
import { backdropClass } from "./dialog.tsx";

const sides = {
  left: "inset-y-0 left-0 h-dvh w-72 max-w-[85vw] border-r data-ending-style:-translate-x-full data-starting-style:-translate-x-full",
  right:
    "inset-y-0 right-0 h-dvh w-[28rem] max-w-[92vw] border-l data-ending-style:translate-x-full data-starting-style:translate-x-full",
  bottom:
    "inset-x-0 bottom-0 max-h-[85dvh] rounded-t-lg border-t data-ending-style:translate-y-full data-starting-style:translate-y-full",
};

type SheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  side?: keyof typeof sides | undefined;
  children: ReactNode;
  footer?: ReactNode;
};

export function Sheet({ open, onOpenChange, title, side = "right", children, footer }: SheetProps) {
  return (
    <Base.Root onOpenChange={(next) => onOpenChange(next)} open={open}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup
          className={cx(
            "fixed z-40 flex flex-col border-line-strong bg-raised shadow-popup outline-none transition-[translate] duration-200 ease-out",
            sides[side],
          )}
        >
          <div className="flex h-12 shrink-0 items-center justify-between gap-2 border-line border-b pr-2 pl-4">
            <Base.Title className="truncate font-semibold text-sm">{title}</Base.Title>
            <Base.Close aria-label="Close" className={buttonClass({ variant: "ghost", square: true })}>
              <X aria-hidden />
            </Base.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
          {footer ? (
            <div className="flex justify-end gap-2 border-line border-t px-4 py-3">{footer}</div>
          ) : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
