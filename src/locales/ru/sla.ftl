sla-first-plan = Обычный
