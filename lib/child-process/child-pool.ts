import {
  createSupervisedChild,
  type RequestOptions,
  type SupervisedChild,
  type SupervisedChildOptions,
} from "@/lib/child-process/supervised-child";

/** `size` supervised children of one kind; each request goes to the one with the shortest queue. */
export function createChildPool<Request, Response>(
  options: SupervisedChildOptions,
  size: number,
): SupervisedChild<Request, Response> & { readonly size: number } {
  const children = Array.from({ length: size }, () => createSupervisedChild<Request, Response>(options));
  return {
    size,
    request(message: Request, request?: RequestOptions): Promise<Response> {
      const shortest = children.reduce((best, one) => (one.pending() < best.pending() ? one : best));
      return shortest.request(message, request);
    },
    pending: () => children.reduce((sum, one) => sum + one.pending(), 0),
    async close() {
      await Promise.all(children.map((one) => one.close()));
    },
  };
}
