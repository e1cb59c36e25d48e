"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { Segmented } from "./segmented.tsx";

const options = [
  { value: "light", label: "Light theme", icon: <Sun aria-hidden /> },
  { value: "dark", label: "Dark theme", icon: <Moon aria-hidden /> },
  { value: "system", label: "Theme of the system", icon: <Monitor aria-hidden /> },
] as const;

type Choice = (typeof options)[number]["value"];

const never = () => () => undefined;

export function ThemeToggle() {
  const { theme, setTheme } = useTheme();
  // The server can't know the choice: until hydration is over all show as not chosen.
  const hydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const chosen: Choice | "" = hydrated
    ? (options.find((option) => option.value === theme)?.value ?? "system")
    : "";
  return (
    <Segmented<Choice | ""> iconsOnly label="Theme" onChange={setTheme} options={options} value={chosen} />
  );
}
