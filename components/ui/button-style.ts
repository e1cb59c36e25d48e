import { cx } from "./class-names.ts";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ControlSize = "sm" | "md";

const base =
  "relative inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors duration-75 [&_svg]:shrink-0";
const inert =
  "disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50";

const variants: Record<ButtonVariant, string> = {
  primary:
    "border-transparent bg-accent text-accent-ink hover:bg-accent-hover active:bg-accent-hover data-popup-open:bg-accent-hover",
  secondary:
    "border-line-strong bg-raised text-ink hover:bg-hover active:bg-hover data-popup-open:bg-hover aria-pressed:bg-selected",
  ghost:
    "border-transparent bg-transparent text-ink-muted hover:bg-hover hover:text-ink active:bg-hover data-popup-open:bg-hover data-popup-open:text-ink aria-pressed:bg-selected aria-pressed:text-ink",
  danger: "border-transparent bg-bad-fill text-bad-fill-ink hover:bg-bad-fill-hover active:bg-bad-fill-hover",
};

const sizes: Record<ControlSize, string> = {
  sm: "h-7 px-2 text-xs pointer-coarse:h-9 [&_svg]:size-3.5",
  md: "h-8 px-3 text-sm pointer-coarse:h-10 [&_svg]:size-4",
};

const squares: Record<ControlSize, string> = {
  sm: "size-7 text-xs pointer-coarse:size-9 [&_svg]:size-4",
  md: "size-8 text-sm pointer-coarse:size-10 [&_svg]:size-4",
};

type ButtonStyle = {
  variant?: ButtonVariant | undefined;
  size?: ControlSize | undefined;
  square?: boolean | undefined;
};

export function buttonClass({ variant = "secondary", size = "md", square = false }: ButtonStyle): string {
  return cx(base, inert, variants[variant], square ? squares[size] : sizes[size]);
}
