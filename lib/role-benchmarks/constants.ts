/** Roles of its own that an organization may have, archived ones too, and versions of each. */
export const MAX_OWN_ROLES = 200;
export const MAX_VERSIONS = 100;
