"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cx } from "./class-names.ts";
import { popupClass } from "./control-style.ts";

type PopoverProps = {
  /** A Button or IconButton. */
  trigger: ReactElement;
  title?: ReactNode;
  children: ReactNode;
  align?: "start" | "center" | "end" | undefined;
  side?: "top" | "right" | "bottom" | "left" | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  className?: string | undefined;
};

export function Popover(props: PopoverProps) {
  const { trigger, title, children, align = "start", side = "bottom", open, onOpenChange, className } = props;
  return (
    <Base.Root {...(open === undefined ? {} : { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} className="z-50 outline-none" side={side} sideOffset={4}>
          <Base.Popup
            className={cx(
              popupClass,
              "max-h-(--available-height) max-w-[min(26rem,var(--available-width))] overflow-y-auto p-3",
              className,
            )}
          >
            {title ? <Base.Title className="mb-2 font-medium text-sm">{title}</Base.Title> : null}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
