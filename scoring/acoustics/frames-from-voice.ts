/** Frames from each frame back to the last voiced one (1 in `voiced`): 0 on it, Infinity before the first. */
export function framesSinceVoice(voiced: Uint8Array): Float64Array {
  const distance = new Float64Array(voiced.length);
  let since = Infinity;
  for (let frame = 0; frame < voiced.length; frame++) {
    since = voiced[frame] === 1 ? 0 : since + 1;
    distance[frame] = since;
  }
  return distance;
}

/** Frames from each frame on to the next voiced one: 0 on it, Infinity after the last. */
export function framesUntilVoice(voiced: Uint8Array): Float64Array {
  return framesSinceVoice(voiced.slice().reverse()).reverse();
}

/** Frames from each frame to the nearest voiced one on either side; Infinity when there is none. */
export function framesFromVoice(voiced: Uint8Array): Float64Array {
  const distance = framesSinceVoice(voiced);
  let until = Infinity;
  for (let frame = voiced.length - 1; frame >= 0; frame--) {
    until = voiced[frame] === 1 ? 0 : until + 1;
    distance[frame] = Math.min(distance[frame] as number, until); // in range
  }
  return distance;
}
