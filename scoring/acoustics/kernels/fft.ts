/**
 * In-place complex Fourier transform of a fixed power-of-two length: radix-4 decimation in time (one radix-2 stage
 * first when log2(length) is odd). Tables are made once; a transform allocates nothing.
 *
 * Forward sign convention, no scaling: X[k] = sum_n x[n] * exp(-2*pi*i*k*n/length).
 */
export class Fft {
  readonly length: number;
  private readonly swapFrom: Uint32Array;
  private readonly swapTo: Uint32Array;
  private readonly cosine: Float64Array;
  private readonly minusSine: Float64Array;
  private readonly hasRadix2Stage: boolean;

  /** @throws RangeError unless length is a power of two, 4 or more. */
  constructor(length: number) {
    const bits = Math.log2(length);
    if (!Number.isInteger(bits) || bits < 2)
      throw new RangeError(`FFT length must be a power of two >= 4, got ${length}`);
    this.length = length;
    this.hasRadix2Stage = bits % 2 === 1;
    [this.swapFrom, this.swapTo] = bitReversalSwaps(length, bits);
    this.cosine = Float64Array.from({ length }, (_, i) => Math.cos((2 * Math.PI * i) / length));
    this.minusSine = Float64Array.from({ length }, (_, i) => -Math.sin((2 * Math.PI * i) / length));
  }

  /** Transforms the signal re + i*im in place. Both arrays must have `length` entries. */
  transform(re: Float64Array, im: Float64Array): void {
    this.reorder(re);
    this.reorder(im);
    let span = 1;
    if (this.hasRadix2Stage) {
      radix2Stage(re, im, this.length);
      span = 2;
    }
    for (; span < this.length; span *= 4) this.radix4Stage(re, im, span);
  }

  private reorder(values: Float64Array): void {
    const { swapFrom, swapTo } = this;
    for (let i = 0; i < swapFrom.length; i++) {
      // In range by construction: the tables hold indexes below `length`.
      const a = swapFrom[i] as number;
      const b = swapTo[i] as number;
      const kept = values[a] as number;
      values[a] = values[b] as number;
      values[b] = kept;
    }
  }

  /** Joins four sub-transforms of `span` points. Bit-reversed input holds them in the order 0, 2, 1, 3. */
  private radix4Stage(re: Float64Array, im: Float64Array, span: number): void {
    const { length, cosine, minusSine } = this;
    const stride = length / (span * 4);
    for (let k = 0; k < span; k++) {
      // `as number`: all indexes below are < length by the loop bounds; a check per access would halve the speed.
      const c1 = cosine[k * stride] as number;
      const s1 = minusSine[k * stride] as number;
      const c2 = cosine[2 * k * stride] as number;
      const s2 = minusSine[2 * k * stride] as number;
      const c3 = cosine[3 * k * stride] as number;
      const s3 = minusSine[3 * k * stride] as number;
      for (let p0 = k; p0 < length; p0 += span * 4) {
        const p2 = p0 + span;
        const p1 = p2 + span;
        const p3 = p1 + span;
        const r0 = re[p0] as number;
        const i0 = im[p0] as number;
        const r1 = (re[p1] as number) * c1 - (im[p1] as number) * s1;
        const i1 = (re[p1] as number) * s1 + (im[p1] as number) * c1;
        const r2 = (re[p2] as number) * c2 - (im[p2] as number) * s2;
        const i2 = (re[p2] as number) * s2 + (im[p2] as number) * c2;
        const r3 = (re[p3] as number) * c3 - (im[p3] as number) * s3;
        const i3 = (re[p3] as number) * s3 + (im[p3] as number) * c3;
        const evenSumR = r0 + r2;
        const evenSumI = i0 + i2;
        const evenDifR = r0 - r2;
        const evenDifI = i0 - i2;
        const oddSumR = r1 + r3;
        const oddSumI = i1 + i3;
        const oddDifR = r1 - r3;
        const oddDifI = i1 - i3;
        re[p0] = evenSumR + oddSumR;
        im[p0] = evenSumI + oddSumI;
        re[p2] = evenDifR + oddDifI;
        im[p2] = evenDifI - oddDifR;
        re[p1] = evenSumR - oddSumR;
        im[p1] = evenSumI - oddSumI;
        re[p3] = evenDifR - oddDifI;
        im[p3] = evenDifI + oddDifR;
      }
    }
  }
}

function radix2Stage(re: Float64Array, im: Float64Array, length: number): void {
  for (let i = 0; i < length; i += 2) {
    // In range: length is even.
    const r0 = re[i] as number;
    const r1 = re[i + 1] as number;
    const i0 = im[i] as number;
    const i1 = im[i + 1] as number;
    re[i] = r0 + r1;
    re[i + 1] = r0 - r1;
    im[i] = i0 + i1;
    im[i + 1] = i0 - i1;
  }
}

function bitReversalSwaps(length: number, bits: number): [Uint32Array, Uint32Array] {
  const from: number[] = [];
  const to: number[] = [];
  for (let i = 0; i < length; i++) {
    let reversed = 0;
    for (let bit = 0; bit < bits; bit++) if (i & (1 << bit)) reversed |= 1 << (bits - 1 - bit);
    if (reversed > i) {
      from.push(i);
      to.push(reversed);
    }
  }
  return [Uint32Array.from(from), Uint32Array.from(to)];
}
