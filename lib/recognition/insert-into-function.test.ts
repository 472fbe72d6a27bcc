import fc from "fast-check";
import { expect, test } from "vitest";
import { insertIntoFunction } from "@/lib/recognition/insert-into-function";

const NOP = 0x01;
/** A module that exports f(), which returns 7, after a function of `padding` nops. */
function moduleWith(padding: number): Uint8Array<ArrayBuffer> {
  const padded = [0x00, ...Array.from({ length: padding }, () => NOP), 0x0b];
  const seven = [0x00, 0x41, 7, 0x0b];
  const code = [2, ...sized(padded), ...sized(seven)];
  return Uint8Array.from(
    [
      [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      [1, ...sized([2, 0x60, 0, 0, 0x60, 0, 1, 0x7f])],
      [3, ...sized([2, 0, 1])],
      [7, ...sized([1, 1, 0x66, 0, 1])],
      [10, ...sized(code)],
    ].flat(),
  );
}

function sized(bytes: readonly number[]): number[] {
  const size = bytes.length;
  return size < 128 ? [size, ...bytes] : [(size % 128) + 128, Math.floor(size / 128), ...bytes];
}

function call(wasm: Uint8Array<ArrayBuffer>): unknown {
  const { f } = new WebAssembly.Instance(new WebAssembly.Module(wasm)).exports;
  if (typeof f !== "function") throw new Error("the module exports no f");
  return f();
}

test("inserted instructions run", () => {
  const wasm = moduleWith(3);
  // Before `end`: add 5 to the 7 on the stack.
  const changed = insertIntoFunction(wasm, wasm.length - 1, Uint8Array.from([0x41, 5, 0x6a]));
  expect(changed && call(changed)).toBe(12);
});

test("a function of any size can grow by any number of instructions, and the module stays whole", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (padding, inserted) => {
      const wasm = moduleWith(padding);
      const nops = new Uint8Array(inserted).fill(NOP);
      const inPadding = insertIntoFunction(wasm, wasm.length - 6, nops);
      const inSeven = insertIntoFunction(wasm, wasm.length - 1, nops);
      expect([inPadding, inSeven].map((changed) => changed && call(changed))).toEqual([7, 7]);
    }),
  );
});

test("where no function lies there is nothing to insert into", () => {
  const wasm = moduleWith(3);
  expect(insertIntoFunction(wasm, 9, Uint8Array.from([NOP]))).toBeNull();
  expect(insertIntoFunction(wasm.subarray(0, 12), 20, Uint8Array.from([NOP]))).toBeNull();
  expect(insertIntoFunction(new Uint8Array(), 0, Uint8Array.from([NOP]))).toBeNull();
});
