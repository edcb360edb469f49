"""The whole class at a glance: what is known of everybody -> numbers -> one page."""
