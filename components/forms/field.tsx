import type { ReactNode } from "react";

type FieldProps = Readonly<{
  /** Id of the control inside. */
  id: string;
  label: string;
  /** What to write, in one line; tied to the control by aria-describedby `${id}-hint`. */
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  children: ReactNode;
}>;

/** Label, control, hint and error of one form field, tied together for screen readers. */
export function Field({ id, label, hint, error, optional = false, children }: FieldProps) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {optional && <span className="font-normal text-muted"> (optional)</span>}
      </label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="text-xs text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

/** Classes shared by text inputs, selects and text areas. */
export const CONTROL_CLASSES =
  "w-full rounded-md border border-line-strong bg-surface px-2.5 py-1.5 text-sm text-ink placeholder:text-muted pointer-coarse:min-h-11 aria-invalid:border-danger";
