import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { request } from "undici";
import type { ApplicationClient } from "@/lib/bench/api/application-client";
import { residentMemory, watchMemory } from "@/lib/bench/api/resident-memory";

const MEBIBYTE = 1024 * 1024;
/** A little under the largest recording that is taken (200 MiB), so that the form around it fits too. */
const BYTES = 199 * MEBIBYTE;
const CHUNK_BYTES = 256 * 1024;
const SAMPLE_MS = 50;

/**
 * How much the web process's memory rises while one recording of 199 MiB arrives in a form, MiB.
 *
 * @param bytesPerSecond how fast the line is; Infinity: as fast as it is read
 */
export async function measureUpload(
  { url, apiKey }: ApplicationClient,
  webPid: number,
  bytesPerSecond: number,
): Promise<number> {
  const before = await residentMemory(webPid);
  const samples = await watchMemory(webPid, SAMPLE_MS, async () => {
    const { statusCode, body } = await request(`${url}/v1/soft-skills-score`, {
      method: "POST",
      headers: {
        ...{ authorization: `Bearer ${apiKey}`, prefer: "respond-async" },
        "content-type": "multipart/form-data; boundary=upload",
      },
      body: Readable.from(form(bytesPerSecond)),
      headersTimeout: 600_000,
    });
    const text = await body.text();
    if (statusCode !== 202) throw new Error(`The upload was answered with ${statusCode}: ${text.slice(0, 300)}`);
  });
  return Math.max(...samples.map(({ mebibytes }) => mebibytes)) - before;
}

/** A form with a role and a WAV file of silence. */
async function* form(bytesPerSecond: number): AsyncGenerator<Buffer> {
  const part = (head: string) => `--upload\r\nContent-Disposition: form-data; ${head}\r\n\r\n`;
  yield Buffer.from(`${part('name="role_benchmark"')}customer_support\r\n${part('name="audio"; filename="call.wav"')}`);
  yield wavHeader(BYTES);
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const startedAt = Date.now();
  for (let sent = 0; sent < BYTES; sent += CHUNK_BYTES) {
    const dueAt = startedAt + (1_000 * sent) / bytesPerSecond;
    if (dueAt > Date.now()) await sleep(dueAt - Date.now());
    yield chunk.subarray(0, Math.min(CHUNK_BYTES, BYTES - sent));
  }
  yield Buffer.from("\r\n--upload--\r\n");
}

/** 16-bit stereo at 48 kHz: the form that a video editor writes. */
function wavHeader(dataBytes: number): Buffer {
  const [channels, rateHz, bytesPerSample] = [2, 48_000, 2];
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + dataBytes, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(rateHz, 24);
  header.writeUInt32LE(rateHz * channels * bytesPerSample, 28);
  header.writeUInt16LE(channels * bytesPerSample, 32);
  header.writeUInt16LE(8 * bytesPerSample, 34);
  header.write("data", 36);
  header.writeUInt32LE(dataBytes, 40);
  return header;
}
