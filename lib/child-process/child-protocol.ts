/** What travels over the IPC channel between a supervised child and its parent. */
export interface ChildRequest {
  readonly id: number;
  readonly message: unknown;
}

export type ChildReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: string };
