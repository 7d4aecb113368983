CREATE INDEX `email_change_to_seal` ON `email_change` (`id`) WHERE substr("email", 1, 7) <> 'sealed$' OR substr("old_email", 1, 7) <> 'sealed$';--> statement-breakpoint
CREATE INDEX `person_to_seal` ON `person` (`id`) WHERE substr("name", 1, 7) <> 'sealed$' OR substr("email", 1, 7) <> 'sealed$';--> statement-breakpoint
CREATE INDEX `authenticator_to_seal` ON `authenticator` (`person_id`) WHERE substr("sealed_seed", 1, 7) <> 'sealed$';--> statement-breakpoint
CREATE INDEX `invitation_to_seal` ON `invitation` (`id`) WHERE substr("email", 1, 7) <> 'sealed$';--> statement-breakpoint
CREATE INDEX `workspace_to_seal` ON `workspace` (`id`) WHERE substr("name", 1, 7) <> 'sealed$';