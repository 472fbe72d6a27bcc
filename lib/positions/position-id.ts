/** "pos_01J…" */
export const POSITION_ID = /^pos_[0-9A-HJKMNP-TV-Z]{26}$/;
