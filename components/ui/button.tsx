import type { ButtonHTMLAttributes } from "react";

export type ButtonTone = "primary" | "plain" | "danger";

const TONES: Record<ButtonTone, string> = {
  primary: "bg-accent text-accent-ink border-transparent hover:opacity-90",
  plain: "bg-surface text-ink border-line hover:bg-raised",
  danger: "bg-surface text-danger border-line hover:bg-danger-soft",
};

/** Classes of a button, for links that look like one. 32 px high, 44 px where fingers touch. */
export function buttonClasses(tone: ButtonTone = "plain"): string {
  return `inline-flex h-8 pointer-coarse:h-11 items-center justify-center gap-1.5 whitespace-nowrap rounded-md border px-3 text-sm font-medium transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-50 ${TONES[tone]}`;
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { readonly tone?: ButtonTone };

/** A button that never submits by accident: `type` is "button" unless said otherwise. */
export function Button({ tone = "plain", className = "", type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={`${buttonClasses(tone)} ${className}`} {...rest} />;
}
