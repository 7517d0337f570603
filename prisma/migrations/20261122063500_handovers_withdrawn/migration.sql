-- Whoever is on duty again has withdrawn what they had offered.
ALTER TABLE "handover" DROP CONSTRAINT "handover_state";
ALTER TABLE "handover" ADD CONSTRAINT "handover_state" CHECK ("state" IN ('offered', 'accepted', 'declined', 'withdrawn'));
