"""The national action plan: editions, activities, milestones, who answers for them."""
