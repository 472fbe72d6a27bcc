"use client";

/** A moment in the reader's own time zone; the server's guess is replaced when the page wakes up. */
export function LocalTime({ iso }: Readonly<{ iso: string }>) {
  const text = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
  return (
    <time dateTime={iso} suppressHydrationWarning>
      {text}
    </time>
  );
}
