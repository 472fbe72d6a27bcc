/**
 * Frames more than this far below loud speech are a muted microphone, a gate or digital silence: a microphone's own noise
 * in a room is seldom more than 60 dB below the voice. Relative, so that gain does not matter, dB.
 */
export const MUTED_BELOW_DB = 65;
