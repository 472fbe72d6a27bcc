import type { KernelExports } from "@/scoring/acoustics/kernels/kernel-module";

const PAGE_BYTES = 65_536;
/** Vectors are loaded fastest from addresses that are multiples of this. */
const ALIGNMENT_BYTES = 16;

/**
 * The part of a kernel instance's memory that belongs to its caller. Buffers live for one call of a kernel: laying out
 * anew takes the place of what was there. The memory grows to the largest layout and stays.
 */
export class KernelMemory {
  private readonly memory: WebAssembly.Memory;
  private readonly start: number;

  constructor(kernels: KernelExports) {
    this.memory = kernels.memory;
    this.start = aligned(kernels.callersMemory());
  }

  /** Addresses of one buffer after another, given their sizes in bytes. What they hold is undefined. */
  layOut<const Sizes extends readonly number[]>(...sizes: Sizes): { [Index in keyof Sizes]: number } {
    let end = this.start;
    const addresses = sizes.map((bytes) => {
      const address = end;
      end = aligned(end + bytes);
      return address;
    });
    const missing = end - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE_BYTES));
    return addresses as { [Index in keyof Sizes]: number }; // `as`: one address for each size
  }

  /** A copy of 32-bit floats. */
  float32(address: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, length).slice();
  }

  /** A copy of 64-bit floats. */
  float64(address: number, length: number): Float64Array {
    return new Float64Array(this.memory.buffer, address, length).slice();
  }

  /** Writes 32-bit floats. */
  write(address: number, values: Float32Array): void {
    new Float32Array(this.memory.buffer, address, values.length).set(values);
  }

  /** Writes 64-bit floats. */
  writeFloat64(address: number, values: Float64Array): void {
    new Float64Array(this.memory.buffer, address, values.length).set(values);
  }

  /** Writes 32-bit whole numbers. */
  writeInt32(address: number, values: Int32Array): void {
    new Int32Array(this.memory.buffer, address, values.length).set(values);
  }
}

/** The compiled functions and the memory that they work in. */
export interface KernelInstance {
  readonly kernels: KernelExports;
  readonly memory: KernelMemory;
}

function aligned(address: number): number {
  return Math.ceil(address / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
}
