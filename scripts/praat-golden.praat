# What the golden tests of scoring/acoustics compare with: F0, intensity, and syllable nuclei by the published steps of
# de Jong & Wempe (2009), version 2 of their script, written anew. Run by scripts/make-praat-golden.mjs.
# Output, a value a line: T time of the first F0 frame (s), F F0 (Hz, 0 = unvoiced), I intensity (dB), N nucleus (ms).
form Golden values
  sentence In
  sentence Out
endform
sound = Read from file: in$

# F0
pitch = To Pitch (ac): 0.01, 75, 15, "no", 0.03, 0.45, 0.01, 0.35, 0.14, 600
n = Get number of frames
t = Get time from frame number: 1
writeFileLine: out$, "T ", fixed$ (t, 7)
for i to n
  f = Get value in frame: i, "Hertz"
  if f = undefined
    f = 0
  endif
  appendFileLine: out$, "F ", fixed$ (f, 2)
endfor

# Intensity
selectObject: sound
intensity = To Intensity: 50, 0, "yes"
n = Get number of frames
for i to n
  v = Get value in frame: i
  appendFileLine: out$, "I ", fixed$ (v, 4)
endfor

# Nuclei: the level that peaks must exceed, and the stretches that sound
loudest = Get maximum: 0, 0, "Parabolic"
quietest = Get minimum: 0, 0, "Parabolic"
loud = Get quantile: 0, 0, 0.99
threshold = max (loud - 25, quietest)
stretches = To TextGrid (silences): -25 - (loudest - loud), 0.3, 0.1, "silent", "sounding"

# Peaks of the contour above that level
selectObject: intensity
matrix = Down to Matrix
contour = To Sound (slice): 1
extrema = To PointProcess (extrema): 1, "yes", "no", "Sinc70"
n = Get number of points
peaks = 0
for i to n
  selectObject: extrema
  t = Get time from index: i
  selectObject: contour
  v = Get value at time: 1, t, "Cubic"
  if v > threshold
    peaks += 1
    tt [peaks] = t
    vv [peaks] = v
  endif
endfor

# Those followed by a dip of more than 2 dB, voiced, and in a stretch that sounds
selectObject: sound
lenient = To Pitch (ac): 0.02, 30, 4, "no", 0.03, 0.25, 0.01, 0.35, 0.25, 450
for p to peaks - 1
  selectObject: intensity
  dip = Get minimum: tt [p], tt [p + 1], "None"
  selectObject: lenient
  f = Get value at time: tt [p], "Hertz", "Linear"
  selectObject: stretches
  w = Get interval at time: 1, tt [p]
  label$ = Get label of interval: 1, w
  if abs (vv [p] - dip) > 2 and f <> undefined and label$ = "sounding"
    appendFileLine: out$, "N ", fixed$ (tt [p] * 1000, 1)
  endif
endfor
