import { serveRequests } from "@/lib/child-process/serve-requests";

/** A child for the supervision tests: does what the message says. */
export type EchoRequest =
  | { readonly do: "double"; readonly samples: Float32Array }
  | { readonly do: "pid" }
  | { readonly do: "environment" }
  | { readonly do: "throw" | "exit" | "hang" | "fill-memory" };

export type EchoResponse = Float32Array | number | string[];

serveRequests<EchoRequest, EchoResponse>((message) => {
  switch (message.do) {
    case "double":
      return message.samples.map((sample) => sample * 2);
    case "pid":
      return process.pid;
    case "environment":
      return Object.keys(process.env);
    case "throw":
      throw new Error("deliberate");
    case "exit":
      process.stderr.write("last words\n");
      process.exit(3);
      break;
    case "hang":
      for (;;);
    case "fill-memory": {
      const kept: number[][] = [];
      for (;;) kept.push(Array.from({ length: 100_000 }, Math.random));
    }
  }
  throw new Error("unreachable");
});
