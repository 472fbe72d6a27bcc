/** What travels over the IPC channel between a supervised child and its parent. */
export interface ChildRequest {
  readonly id: number;
  readonly message: unknown;
}

export type ChildReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: string };

/** Where a child that gets its input as a stream writes what it makes of it: a file descriptor that blocks. */
export const OUTPUT_PIPE = 4;
