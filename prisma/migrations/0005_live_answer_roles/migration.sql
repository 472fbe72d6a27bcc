-- The version of the role that a call began with: it is weighed with that one, whatever becomes of the role meanwhile.
ALTER TABLE "live_answers" ADD COLUMN "role_version" INTEGER;
