/** Irregular past forms of verbs of action; regular ones are caught by their ending. */
export const EN_IRREGULAR_PAST =
  "began brought built bought came chose dealt did drew drove explained felt fixed found gave got went grew heard held " +
  "kept knew learnt led left let lent lost made meant met paid put ran read rang said saw sent sold set showed sat " +
  "spoke spent stood stuck swept taught took told thought threw understood woke won wrote";

/** Regular past forms too common in answers to leave to the ending rule of the list syntax. */
export const EN_REGULAR_PAST =
  "accepted acted added addressed adjusted admitted advised agreed allowed analysed analyzed answered apologised " +
  "apologized applied appreciated approached approved arranged asked assessed assigned assisted assured attended avoided " +
  "booked called calmed cancelled canceled carried changed chatted checked cleaned cleared closed collected compared " +
  "completed confirmed considered contacted continued convinced corrected covered created credited decided delivered " +
  "demonstrated described designed developed discovered discussed divided documented educated emailed encouraged ensured " +
  "escalated established evaluated examined exchanged fixed focused followed gathered greeted guided handed handled helped " +
  "hired identified implemented improved increased informed inspected introduced investigated invited involved issued " +
  "joined kicked launched learned listened loaded logged looked mailed managed mentioned messaged mixed monitored moved " +
  "named negotiated noted noticed offered opened ordered organised organized owned packed participated passed performed " +
  "picked planned played prepared presented printed prioritised prioritized processed produced promised proposed provided " +
  "pulled purchased pushed raised reached realised realized reassured received recommended recorded reduced referred " +
  "refunded registered related remained remembered reminded removed repaired replaced replied reported requested " +
  "researched resolved responded returned reviewed rushed saved scheduled searched served shared shipped showed signed " +
  "simplified solved sorted spotted started stayed stepped stopped submitted suggested supported switched talked tested " +
  "thanked tracked trained transferred translated travelled tried turned typed updated upgraded used verified visited " +
  "volunteered waited walked wanted warned watched welcomed worked wrapped";
