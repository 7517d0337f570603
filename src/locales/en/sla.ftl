sla-first-plan = Standard
