"use client";

import { Menu } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useRef, useState } from "react";
import { IconButton } from "./icon-button.tsx";
import { Sheet } from "./sheet.tsx";
import { type NavGroup, ShellNav } from "./shell-nav.tsx";
import { useFocusOnNavigation } from "./use-focus-on-navigation.ts";
import { useHotkeys } from "./use-hotkeys.ts";

type ShellProps = {
  /** At the top of the sidebar: whose work this is, e.g. the project. */
  switcher: ReactNode;
  nav: readonly NavGroup[];
  /** Across the top, at the right on narrow screens. Without it wide screens have no top bar. */
  topBar?: ReactNode;
  /** At the bottom of the sidebar. */
  footer?: ReactNode;
  children: ReactNode;
};

/** Sidebar, top bar and main; under 768 pixels the sidebar becomes a drawer behind a menu button. */
export function Shell({ switcher, nav, topBar, footer, children }: ShellProps) {
  const router = useRouter();
  const main = useRef<HTMLElement>(null);
  const [drawer, setDrawer] = useState(false);
  useFocusOnNavigation(main);

  const bound = nav.flatMap((group) => group.items).filter((item) => item.shortcut !== undefined);
  useHotkeys(Object.fromEntries(bound.map((item) => [item.shortcut, () => router.push(item.href)])));

  return (
    <div className="flex h-dvh w-full overflow-hidden">
      <a
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-1.5 font-medium text-accent-ink focus:translate-y-0"
        href="#main"
      >
        Skip to the content
      </a>
      <aside className="flex w-56 shrink-0 flex-col border-line border-r bg-sunken narrow:hidden">
        <div className="flex h-12 shrink-0 items-center border-line border-b px-2">{switcher}</div>
        <div className="min-h-0 flex-1 overflow-y-auto py-1">
          <ShellNav groups={nav} />
        </div>
        {footer ? <div className="shrink-0 border-line border-t p-2">{footer}</div> : null}
      </aside>
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex h-12 shrink-0 items-center gap-1 border-line border-b bg-sunken px-2 md:hidden">
          <IconButton icon={<Menu aria-hidden />} label="Open the menu" onClick={() => setDrawer(true)} />
          <div className="min-w-0 flex-1">{switcher}</div>
          {topBar}
        </div>
        {topBar ? (
          <div className="flex h-12 shrink-0 items-center gap-3 border-line border-b px-6 narrow:hidden">
            {topBar}
          </div>
        ) : null}
        <main
          className="flex min-h-0 min-w-0 flex-1 flex-col outline-none"
          id="main"
          ref={main}
          tabIndex={-1}
        >
          {children}
        </main>
      </div>
      <Sheet onOpenChange={setDrawer} open={drawer} side="left" title="Menu">
        <div className="flex min-h-full flex-col">
          <div className="flex-1">
            <ShellNav groups={nav} onNavigate={() => setDrawer(false)} />
          </div>
          {footer ? <div className="border-line border-t p-2">{footer}</div> : null}
        </div>
      </Sheet>
    </div>
  );
}
