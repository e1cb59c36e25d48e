"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;
const onClient = () => /Mac|iPhone|iPad/.test(navigator.userAgent);
const onServer = () => false;

/** Whether `mod` means Command here. False while rendering on the server and during hydration. */
export function useAppleKeyboard(): boolean {
  return useSyncExternalStore(never, onClient, onServer);
}
