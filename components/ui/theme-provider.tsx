"use client";

import { ThemeProvider as Base } from "next-themes";
import type { ReactNode } from "react";

type ThemeProviderProps = {
  /** Of the page's Content Security Policy: for the script that sets the theme before the first paint. */
  nonce: string | undefined;
  children: ReactNode;
};

export function ThemeProvider({ nonce, children }: ThemeProviderProps) {
  return (
    <Base
      attribute="data-theme"
      defaultTheme="system"
      disableTransitionOnChange
      enableColorScheme={false}
      storageKey="lemma-theme"
      {...(nonce === undefined ? {} : { nonce })}
    >
      {children}
    </Base>
  );
}
