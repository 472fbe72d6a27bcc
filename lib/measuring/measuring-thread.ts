/** A thread that measures sound; see measure-in-thread.ts. */
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";

const measure = (pcm: Float32Array) => analyseAcoustics(pcm);
export default measure;
