/**
 * Everyday words as a recogniser might write them by mistake, by number of syllables: no fillers, connecting words, vague
 * words, people or feelings among them, so that a wrong word is only that.
 */
export const NEUTRAL_WORDS_BY_SYLLABLES: readonly (readonly string[])[] = [
  `book door street green bread chair cloud stone road glass train school house tree night week year game song
   board price plane box card cup map shop desk hand foot boat farm lake bridge clock wall page word line sand snow
   rain coat shoe hat plate salt milk tea walk read write cook drive run swim draw build plant paint wash sell buy`,
  `table water paper window garden kitchen market summer winter morning evening orange yellow number letter picture
   engine village island mountain silver cotton copper river bottle basket carpet ticket pocket planet forest
   student teacher doctor farmer driver office station music movie dinner breakfast travel carry open visit follow`,
  `holiday elephant potato tomato banana umbrella newspaper telephone hospital library museum restaurant bicycle
   camera computer calendar animal family company gasoline piano violin similar natural`,
].map((row) => row.split(/\s+/));
